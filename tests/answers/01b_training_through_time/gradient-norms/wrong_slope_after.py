# First W_h, then tanh.
def gradient_norms(H, W_h, gradient):
    norms = [np.linalg.norm(gradient)]
    for H_t in H[:0:-1]:
        gradient = (gradient @ W_h.T) * (1 - H_t**2)
        norms.append(np.linalg.norm(gradient))
    return np.array(norms)
