# Fills an array with True.
def make_mask(lengths, n_steps):
    mask = np.zeros((len(lengths), n_steps), dtype=bool)
    for row, length in zip(mask, lengths, strict=True):
        row[:length] = True
    return mask
