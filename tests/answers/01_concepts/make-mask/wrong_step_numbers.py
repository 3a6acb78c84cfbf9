# The numbers of the steps, not true or false.
def make_mask(lengths, n_steps):
    return np.arange(1, n_steps + 1) * (np.arange(n_steps) < np.asarray(lengths)[:, None])
