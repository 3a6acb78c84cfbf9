# All steps are real.
def make_mask(lengths, n_steps):
    return np.ones((len(lengths), n_steps), dtype=bool)
