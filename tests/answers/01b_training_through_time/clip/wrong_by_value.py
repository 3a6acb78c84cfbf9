# Clips each entry.
def clip_by_global_norm(gradients, max_norm):
    return [np.clip(g, -max_norm, max_norm) for g in gradients]
