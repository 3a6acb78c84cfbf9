# Neither within 0.002 of 1.
def spectral_radius(W_h):
    return float(np.abs(np.linalg.eigvals(W_h)).max())


def predict_gradient(W_h):
    radius = spectral_radius(W_h)
    if abs(radius - 1) <= 0.002:
        return "neither"
    return "vanishes" if radius < 1 else "explodes"
