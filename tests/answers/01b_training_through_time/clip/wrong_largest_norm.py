# The largest of the norms.
def clip_by_global_norm(gradients, max_norm):
    norm = max(np.linalg.norm(gradient) for gradient in gradients)
    factor = max_norm / max(norm, max_norm)
    return [gradient * factor for gradient in gradients]
