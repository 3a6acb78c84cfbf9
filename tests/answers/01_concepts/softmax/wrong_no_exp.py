# Divides the scores by their sum, without exp.
def softmax(z):
    z = z - np.min(z, axis=-1, keepdims=True)
    return z / z.sum(axis=-1, keepdims=True)
