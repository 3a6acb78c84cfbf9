# Never lets a norm exceed 100.
def gradient_norms(H, W_h, gradient):
    norms = [np.linalg.norm(gradient)]
    for H_t in H[:0:-1]:
        gradient = (gradient * (1 - H_t**2)) @ W_h.T
        norms.append(np.linalg.norm(gradient))
    return np.minimum(norms, 100)
