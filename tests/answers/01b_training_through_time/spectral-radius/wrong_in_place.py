# Divides the matrix by its largest entry in place.
def spectral_radius(W_h):
    top = np.abs(W_h).max() or 1.0
    W_h /= top
    return float(top * np.abs(np.linalg.eigvals(W_h)).max())


def predict_gradient(W_h):
    radius = float(np.abs(np.linalg.eigvals(W_h)).max())
    if abs(radius - 1) <= 0.001:
        return "neither"
    return "vanishes" if radius < 1 else "explodes"
