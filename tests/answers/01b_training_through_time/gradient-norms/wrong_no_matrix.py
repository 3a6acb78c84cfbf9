# Leaves W_h out.
def gradient_norms(H, W_h, gradient):
    norms = [np.linalg.norm(gradient)]
    for H_t in H[:0:-1]:
        gradient = gradient * (1 - H_t**2)
        norms.append(np.linalg.norm(gradient))
    return np.array(norms)
