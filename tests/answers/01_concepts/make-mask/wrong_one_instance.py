# No axis of the batch for a single sequence.
def make_mask(lengths, n_steps):
    return np.squeeze(np.arange(n_steps) < np.asarray(lengths)[:, None])
