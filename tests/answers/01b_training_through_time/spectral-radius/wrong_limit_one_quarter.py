# Compares with 1/4, the slope of the sigmoid.
def spectral_radius(W_h):
    return float(np.abs(np.linalg.eigvals(W_h)).max())


def predict_gradient(W_h):
    radius = spectral_radius(W_h)
    if abs(radius - 1) <= 0.001:
        return "neither"
    return "vanishes" if radius < 0.25 else "explodes"
