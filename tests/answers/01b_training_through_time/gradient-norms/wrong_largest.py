# The largest entry in place of the norm.
def gradient_norms(H, W_h, gradient):
    norms = [np.max(np.abs(gradient))]
    for H_t in H[:0:-1]:
        gradient = (gradient * (1 - H_t**2)) @ W_h.T
        norms.append(np.max(np.abs(gradient)))
    return np.array(norms)
