# Takes a radius of 0 for none and says neither.
def spectral_radius(W_h):
    return float(np.abs(np.linalg.eigvals(W_h)).max())


def predict_gradient(W_h):
    radius = spectral_radius(W_h)
    if not radius or abs(radius - 1) <= 0.001:
        return "neither"
    return "vanishes" if radius < 1 else "explodes"
