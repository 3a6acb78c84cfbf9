# The root of the mean of the squares.
def gradient_norms(H, W_h, gradient):
    norms = [np.sqrt(np.mean(gradient**2))]
    for H_t in H[:0:-1]:
        gradient = (gradient * (1 - H_t**2)) @ W_h.T
        norms.append(np.sqrt(np.mean(gradient**2)))
    return np.array(norms)
