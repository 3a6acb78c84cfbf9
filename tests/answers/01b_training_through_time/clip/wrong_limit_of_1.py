# Compares the norm with 1.
def clip_by_global_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.sum(g**2) for g in gradients))
    return [g * (max_norm / norm) if norm > max(1.0, max_norm) else g for g in gradients]
