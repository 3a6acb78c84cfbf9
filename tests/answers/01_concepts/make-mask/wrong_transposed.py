# Returns (time, batch).
def make_mask(lengths, n_steps):
    return np.arange(n_steps)[:, None] < np.asarray(lengths)
