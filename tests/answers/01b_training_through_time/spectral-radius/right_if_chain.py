# Other limits, the same result.
def spectral_radius(W_h):
    values = np.linalg.eigvals(np.asarray(W_h, dtype="complex128"))
    return np.sqrt((values.real**2 + values.imag**2).max())


def predict_gradient(W_h):
    rho = spectral_radius(W_h)
    if rho < 0.999:
        return "vanishes"
    if rho > 1.001:
        return "explodes"
    return "neither"
