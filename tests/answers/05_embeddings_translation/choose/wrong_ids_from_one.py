# numbers words from 1
def choose_words(scores):
    scores = np.asarray(scores, dtype="float64")
    e = np.exp(scores - scores.max(axis=-1, keepdims=True))
    probabilities = e / e.sum(axis=-1, keepdims=True)
    return probabilities.argmax(axis=-1) + 1, probabilities.max(axis=-1)
