# A one at the largest score.
def softmax(z):
    return (z == np.max(z, axis=-1, keepdims=True)).astype(float)
