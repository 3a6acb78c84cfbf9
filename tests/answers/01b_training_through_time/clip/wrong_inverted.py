# The factor upside down.
def clip_by_global_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.sum(gradient**2) for gradient in gradients))
    factor = max(norm, max_norm) / max_norm
    return [gradient * factor for gradient in gradients]
