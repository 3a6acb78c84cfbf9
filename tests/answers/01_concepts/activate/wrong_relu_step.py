# The step function in place of relu.
def activate(z, name):
    if name == "sigmoid":
        return 0.5 * (1 + np.tanh(z / 2))
    if name == "tanh":
        return np.tanh(z)
    return (z > 0).astype(float)
