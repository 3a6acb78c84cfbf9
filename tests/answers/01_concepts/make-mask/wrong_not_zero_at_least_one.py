# Marks at least one step as real.
def make_mask(lengths, n_steps):
    return np.arange(n_steps) < np.maximum(lengths, 1)[:, None]
