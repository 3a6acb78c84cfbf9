# Predicts from the norm of 20 steps, where a large entry still hides the decay. Breaks '"vanishes" for a spectral radius below 1'.
def spectral_radius(W_h):
    return np.abs(np.linalg.eigvals(W_h)).max()


def predict_gradient(W_h):
    rate = np.linalg.norm(np.linalg.matrix_power(W_h, 20), 2) ** (1 / 20)
    if abs(rate - 1) <= 0.001:
        return "neither"
    return "vanishes" if rate < 1 else "explodes"
