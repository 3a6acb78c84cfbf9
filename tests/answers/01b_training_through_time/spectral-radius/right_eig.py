# eig, the first of its results.
def spectral_radius(W_h):
    return max(abs(value) for value in np.linalg.eig(W_h)[0])


def predict_gradient(W_h):
    radius = spectral_radius(W_h)
    if abs(radius - 1) <= 0.001:
        return "neither"
    return "vanishes" if radius < 1 else "explodes"
