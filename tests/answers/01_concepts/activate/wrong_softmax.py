# Softmax over all in place of sigmoid.
def activate(z, name):
    if name == "sigmoid":
        return np.exp(z) / np.sum(np.exp(z))
    if name == "tanh":
        return np.tanh(z)
    return np.maximum(z, 0)
