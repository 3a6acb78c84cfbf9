# clips the scores
def choose_words(scores):
    scores = np.asarray(scores, dtype="float64")
    e = np.exp(np.clip(scores, -50, 50))
    probabilities = e / e.sum(axis=-1, keepdims=True)
    return probabilities.argmax(axis=-1), probabilities.max(axis=-1)
