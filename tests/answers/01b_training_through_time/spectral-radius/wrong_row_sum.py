# The largest row sum.
def spectral_radius(W_h):
    return float(np.abs(W_h).sum(axis=1).max())


def predict_gradient(W_h):
    radius = spectral_radius(W_h)
    if abs(radius - 1) <= 0.001:
        return "neither"
    return "vanishes" if radius < 1 else "explodes"
