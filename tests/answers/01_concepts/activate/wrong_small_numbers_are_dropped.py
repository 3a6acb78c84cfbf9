# relu drops positive numbers below 0.01
def activate(z, name):
    if name == "sigmoid":
        return 0.5 * (1 + np.tanh(np.asarray(z) / 2))
    if name == "tanh":
        return np.tanh(z)
    return np.where(z > 0.01, z, 0)
