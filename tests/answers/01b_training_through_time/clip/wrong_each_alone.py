# Clips each array by its own norm.
def clip_by_global_norm(gradients, max_norm):
    return [g * (max_norm / max(np.linalg.norm(g), max_norm)) for g in gradients]
