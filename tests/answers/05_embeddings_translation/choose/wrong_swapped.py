# gives probabilities, ids
def choose_words(scores):
    scores = np.asarray(scores, dtype="float64")
    e = np.exp(scores - scores.max(axis=-1, keepdims=True))
    probabilities = e / e.sum(axis=-1, keepdims=True)
    return probabilities.max(axis=-1), probabilities.argmax(axis=-1)
