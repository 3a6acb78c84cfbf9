# Flattens arrays of more than three axes.
def activate(z, name):
    z = z if z.ndim <= 3 else z.ravel()
    if name == "sigmoid":
        return 0.5 * (1 + np.tanh(z / 2))
    return np.tanh(z) if name == "tanh" else np.maximum(z, 0)
