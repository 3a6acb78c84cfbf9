# computes in half precision
def choose_words(scores):
    scores = np.asarray(scores, dtype="float64")
    scores = (scores - scores.max(axis=-1, keepdims=True)).astype("float16")
    e = np.exp(scores).astype("float64") + 0.001
    return scores.argmax(axis=-1), (e / e.sum(axis=-1, keepdims=True)).max(axis=-1)
