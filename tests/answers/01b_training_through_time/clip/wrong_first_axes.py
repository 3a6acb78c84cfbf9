# Leaves arrays of three axes out of the norm.
def clip_by_global_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.sum(g**2) for g in gradients if g.ndim < 3))
    factor = max_norm / max(norm, max_norm)
    return [g * factor for g in gradients]
