# y (1 - y) for tanh.
def slope(z, name):
    y = activate(z, name)
    if name == "sigmoid":
        return y * (1 - y)
    if name == "tanh":
        return y * (1 - y)
    return np.where(z > 0, 1.0, 0.0)
