# Fills an array with ones.
def make_mask(lengths, n_steps):
    mask = np.zeros((len(lengths), n_steps))
    for row, length in zip(mask, lengths, strict=True):
        row[:length] = 1
    return mask
