# Multiplies the gradient in place.
def gradient_norms(H, W_h, gradient):
    norms = [np.linalg.norm(gradient)]
    for H_t in H[:0:-1]:
        gradient *= 1 - H_t**2
        gradient[:] = gradient @ W_h.T
        norms.append(np.linalg.norm(gradient))
    return np.array(norms)
