# 2 to the power of the score.
def softmax(z):
    e = 2.0 ** (z - np.max(z, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
