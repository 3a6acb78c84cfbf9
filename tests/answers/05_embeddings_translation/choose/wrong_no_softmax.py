# divides the scores by their sum
def choose_words(scores):
    scores = np.asarray(scores, dtype="float64")
    e = scores
    probabilities = e / e.sum(axis=-1, keepdims=True)
    return probabilities.argmax(axis=-1), probabilities.max(axis=-1)
