# The largest singular value.
def spectral_radius(W_h):
    return float(np.linalg.norm(W_h, 2))


def predict_gradient(W_h):
    radius = spectral_radius(W_h)
    if abs(radius - 1) <= 0.001:
        return "neither"
    return "vanishes" if radius < 1 else "explodes"
