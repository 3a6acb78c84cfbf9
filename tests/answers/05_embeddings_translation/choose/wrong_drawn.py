# draws the words at random
def choose_words(scores):
    scores = np.asarray(scores, dtype="float64")
    e = np.exp(scores - scores.max(axis=-1, keepdims=True))
    probabilities = e / e.sum(axis=-1, keepdims=True)
    return np.array([[np.random.choice(len(p), p=p) for p in row] for row in probabilities]), probabilities.max(axis=-1)
