# The largest entry in place of the norm.
def clip_by_global_norm(gradients, max_norm):
    norm = max(np.max(np.abs(gradient)) for gradient in gradients)
    factor = max_norm / max(norm, max_norm)
    return [gradient * factor for gradient in gradients]
