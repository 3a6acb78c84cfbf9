# As many columns as the longest sequence.
def make_mask(lengths, n_steps):
    return np.arange(max(lengths)) < np.asarray(lengths)[:, None]
