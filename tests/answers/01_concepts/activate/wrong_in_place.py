# Sets the negative numbers to 0 in the array that was given.
def activate(z, name):
    if name == "sigmoid":
        return 0.5 * (1 + np.tanh(z / 2))
    if name == "tanh":
        return np.tanh(z)
    z[z < 0] = 0
    return z
