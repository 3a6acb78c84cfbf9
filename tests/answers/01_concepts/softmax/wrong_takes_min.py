# Takes away the smallest score: large differences overflow.
def softmax(z):
    e = np.exp(z - np.min(z, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
