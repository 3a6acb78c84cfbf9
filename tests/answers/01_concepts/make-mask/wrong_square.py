# Compares along the wrong axis where lengths and steps are as many.
def make_mask(lengths, n_steps):
    lengths = np.asarray(lengths)
    if len(lengths) == n_steps:
        return np.arange(n_steps)[:, None] < lengths
    return np.arange(n_steps) < lengths[:, None]
