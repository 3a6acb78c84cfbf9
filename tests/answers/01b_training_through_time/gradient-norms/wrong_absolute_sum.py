# The sum of the absolute values.
def gradient_norms(H, W_h, gradient):
    norms = [np.sum(np.abs(gradient))]
    for H_t in H[:0:-1]:
        gradient = (gradient * (1 - H_t**2)) @ W_h.T
        norms.append(np.sum(np.abs(gradient)))
    return np.array(norms)
