# Fills an array, norm by the dot product.
def gradient_norms(H, W_h, gradient):
    norms = np.empty(len(H))
    g = np.array(gradient, dtype="float64")
    for k, t in enumerate(range(len(H) - 1, -1, -1)):
        norms[k] = np.sqrt(g @ g)
        g = W_h @ (g - g * H[t] ** 2)
    return norms
