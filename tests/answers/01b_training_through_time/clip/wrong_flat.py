# Returns one flat array.
def clip_by_global_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.sum(gradient**2) for gradient in gradients))
    factor = max_norm / max(norm, max_norm)
    return np.concatenate([np.ravel(g) for g in gradients]) * factor
