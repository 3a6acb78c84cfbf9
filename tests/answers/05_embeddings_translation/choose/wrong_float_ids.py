# gives ids as floats
def choose_words(scores):
    scores = np.asarray(scores, dtype="float64")
    e = np.exp(scores - scores.max(axis=-1, keepdims=True))
    p = e / e.sum(axis=-1, keepdims=True)
    return p.argmax(axis=-1).astype("float32"), p.max(axis=-1)
