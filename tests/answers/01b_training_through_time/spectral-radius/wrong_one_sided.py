# Neither from 0.999 to 1 only.
def spectral_radius(W_h):
    return float(np.abs(np.linalg.eigvals(W_h)).max())


def predict_gradient(W_h):
    radius = spectral_radius(W_h)
    if radius > 1 + 1e-9:
        return "explodes"
    return "vanishes" if radius < 0.999 else "neither"
