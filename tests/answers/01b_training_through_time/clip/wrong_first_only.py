# The norm of the first array only.
def clip_by_global_norm(gradients, max_norm):
    norm = np.sqrt(sum(np.sum(gradient**2) for gradient in gradients[:1]))
    factor = max_norm / max(norm, max_norm)
    return [gradient * factor for gradient in gradients]
