# Counts the steps from 1, and leaves out the last.
def make_mask(lengths, n_steps):
    return np.arange(1, n_steps + 1) < np.asarray(lengths)[:, None]
