# The formulas, by exp and cosh.
def slope(z, name):
    if name == "sigmoid":
        e = np.exp(-np.abs(z))
        return e / (1 + e) ** 2
    if name == "tanh":
        return 1 / np.cosh(z) ** 2
    return (z > 0).astype("float32")
