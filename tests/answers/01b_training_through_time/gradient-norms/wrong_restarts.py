# Starts each step from the last gradient.
def gradient_norms(H, W_h, gradient):
    norms = [np.linalg.norm(gradient)]
    for H_t in H[:0:-1]:
        norms.append(np.linalg.norm((gradient * (1 - H_t**2)) @ W_h.T))
    return np.array(norms)
