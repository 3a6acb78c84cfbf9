# Divides by the norm, also when it is 0.
def clip_by_global_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.sum(gradient**2) for gradient in gradients))
    factor = np.minimum(norm, max_norm) / norm
    return [gradient * factor for gradient in gradients]
