# The largest number of all, not of each with 0.
def activate(z, name):
    if name == "sigmoid":
        return 0.5 * (1 + np.tanh(z / 2))
    if name == "tanh":
        return np.tanh(z)
    return max(0, np.max(z))
