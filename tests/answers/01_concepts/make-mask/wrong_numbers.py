# Zeros and ones in place of booleans.
def make_mask(lengths, n_steps):
    return (np.arange(n_steps) < np.asarray(lengths)[:, None]).astype("float32")
