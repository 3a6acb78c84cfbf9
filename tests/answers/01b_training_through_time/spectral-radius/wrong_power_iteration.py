# A few steps of power iteration.
def spectral_radius(W_h):
    v = np.ones(len(W_h))
    for _ in range(100):
        w = W_h @ v
        size = np.linalg.norm(w) or 1.0
        v = w / size
    return float(np.linalg.norm(W_h @ v))


def predict_gradient(W_h):
    radius = spectral_radius(W_h)
    if abs(radius - 1) <= 0.001:
        return "neither"
    return "vanishes" if radius < 1 else "explodes"
