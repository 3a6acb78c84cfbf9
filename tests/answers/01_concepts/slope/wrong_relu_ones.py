# The slope 1 everywhere.
def slope(z, name):
    y = activate(z, name)
    if name == "sigmoid":
        return y * (1 - y)
    if name == "tanh":
        return 1 - y**2
    return np.ones(z.shape)
