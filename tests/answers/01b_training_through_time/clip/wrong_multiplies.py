# Multiplies by the limit.
def clip_by_global_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.sum(gradient**2) for gradient in gradients))
    factor = max_norm if norm > max_norm else 1.0
    return [gradient * factor for gradient in gradients]
