# The real steps at the end.
def make_mask(lengths, n_steps):
    return (np.arange(n_steps) < np.asarray(lengths)[:, None])[:, ::-1]
