# Leaves out the norm at the last step.
def gradient_norms(H, W_h, gradient):
    norms = []
    for H_t in H[:0:-1]:
        gradient = (gradient * (1 - H_t**2)) @ W_h.T
        norms.append(np.linalg.norm(gradient))
    return np.array(norms)
