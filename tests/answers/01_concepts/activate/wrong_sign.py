# exp(z) in place of exp(-z).
def activate(z, name):
    if name == "sigmoid":
        return 1 / (1 + np.exp(z))
    if name == "tanh":
        return np.tanh(z)
    return np.maximum(z, 0)
