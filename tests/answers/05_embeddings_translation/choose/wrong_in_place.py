# takes the largest score away in the array itself
def choose_words(scores):
    scores -= scores.max(axis=-1, keepdims=True)
    e = np.exp(scores)
    return e.argmax(axis=-1), (e / e.sum(axis=-1, keepdims=True)).max(axis=-1)
