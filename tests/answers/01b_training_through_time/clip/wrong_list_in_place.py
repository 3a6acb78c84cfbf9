# Puts the clipped gradients into the list that was given.
def clip_by_global_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.sum(g**2) for g in gradients))
    for i, g in enumerate(gradients):
        gradients[i] = g * (max_norm / max(norm, max_norm))
    return list(gradients)
