# The sum of the norms, not the norm of all.
def clip_by_global_norm(gradients, max_norm):
    norm = sum(np.linalg.norm(gradient) for gradient in gradients)
    factor = max_norm / max(norm, max_norm)
    return [gradient * factor for gradient in gradients]
