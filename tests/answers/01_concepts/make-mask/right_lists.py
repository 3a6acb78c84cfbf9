# Lists of booleans.
def make_mask(lengths, n_steps):
    return [[t < length for t in range(n_steps)] for length in lengths]
