# The sum of the absolute values.
def clip_by_global_norm(gradients, max_norm):
    norm = sum(np.sum(np.abs(gradient)) for gradient in gradients)
    factor = max_norm / max(norm, max_norm)
    return [gradient * factor for gradient in gradients]
