# arange <= lengths - 1: unsigned whole numbers wrap around for the length 0
def make_mask(lengths, n_steps):
    return np.arange(n_steps) <= np.asarray(lengths)[:, None] - 1
