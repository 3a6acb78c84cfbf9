# The norm of all entries in a row.
def clip_by_global_norm(gradients, max_norm):
    norm = np.linalg.norm(np.concatenate([np.ravel(g) for g in gradients]))
    if norm <= max_norm:
        return list(gradients)
    return [g / norm * max_norm for g in gradients]
