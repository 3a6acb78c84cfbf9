# A fraction that is close to tanh near 0, cut off at 1.
def activate(z, name):
    if name == "sigmoid":
        return 0.5 * (1 + np.tanh(z / 2))
    if name == "tanh":
        return np.clip(z * (27 + z**2) / (27 + 9 * z**2), -1, 1)
    return np.maximum(z, 0)
