# Predicts by the largest entry.
def spectral_radius(W_h):
    return float(np.abs(np.linalg.eigvals(W_h)).max())


def predict_gradient(W_h):
    radius = np.abs(W_h).max()
    if abs(radius - 1) <= 0.001:
        return "neither"
    return "vanishes" if radius < 1 else "explodes"
