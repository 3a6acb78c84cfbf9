# Takes away the mean: large differences overflow.
def softmax(z):
    e = np.exp(z - np.mean(z, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
