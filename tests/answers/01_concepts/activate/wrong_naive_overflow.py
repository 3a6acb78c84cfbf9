# exp(z) / (1 + exp(z)) overflows.
def activate(z, name):
    if name == "sigmoid":
        return np.exp(z) / (1 + np.exp(z))
    if name == "tanh":
        return np.tanh(z)
    return np.maximum(z, 0)
