# Sorts the lengths.
def make_mask(lengths, n_steps):
    return np.arange(n_steps) < np.sort(lengths)[::-1][:, None]
