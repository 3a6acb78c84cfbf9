# drops axes of one step
def choose_words(scores):
    scores = np.asarray(scores, dtype="float64")
    e = np.exp(scores - scores.max(axis=-1, keepdims=True))
    p = (e / e.sum(axis=-1, keepdims=True)).squeeze()
    return p.argmax(axis=-1), p.max(axis=-1)
