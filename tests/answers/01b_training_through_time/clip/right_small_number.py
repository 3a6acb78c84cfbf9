# A small number against the division by 0.
def clip_by_global_norm(gradients, max_norm):
    norm = np.sqrt(sum((np.asarray(g) ** 2).sum() for g in gradients))
    return [g * min(1.0, max_norm / (norm + 1e-12)) for g in gradients]
