# The root of the mean of the squares.
def clip_by_global_norm(gradients, max_norm):
    norm = np.sqrt(np.mean(np.concatenate([np.ravel(g) for g in gradients]) ** 2))
    factor = max_norm / max(norm, max_norm)
    return [gradient * factor for gradient in gradients]
