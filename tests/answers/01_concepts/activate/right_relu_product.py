# relu as a product.
def activate(z, name):
    if name == "sigmoid":
        return 0.5 * (1 + np.tanh(z / 2))
    if name == "tanh":
        return np.tanh(z)
    return z * (z > 0)
