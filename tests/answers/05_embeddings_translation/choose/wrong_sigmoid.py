# takes sigmoid in place of softmax
def choose_words(scores):
    scores = np.asarray(scores, dtype="float64")
    e = np.exp(scores - scores.max(axis=-1, keepdims=True))
    probabilities = 1 / (1 + np.exp(-scores))
    return probabilities.argmax(axis=-1), probabilities.max(axis=-1)
