# Divides by the norm of the gradient, and by 0.
def gradient_norms(H, W_h, gradient):
    size = np.linalg.norm(gradient)
    g, norms = gradient / size, [size]
    for H_t in H[:0:-1]:
        g = (g * (1 - H_t**2)) @ W_h.T
        norms.append(size * np.linalg.norm(g))
    return np.array(norms)
