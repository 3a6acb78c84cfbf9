# sigmoid in place of tanh.
def activate(z, name):
    if name == "sigmoid":
        return 0.5 * (1 + np.tanh(z / 2))
    if name == "tanh":
        return 0.5 * (1 + np.tanh(z / 2))
    return np.maximum(z, 0)
