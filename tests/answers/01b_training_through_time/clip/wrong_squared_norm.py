# Forgets the root.
def clip_by_global_norm(gradients, max_norm):
    norm = sum(np.sum(gradient**2) for gradient in gradients)
    factor = max_norm / max(norm, max_norm)
    return [gradient * factor for gradient in gradients]
