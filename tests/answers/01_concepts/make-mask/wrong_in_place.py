# Counts the lengths down in place.
def make_mask(lengths, n_steps):
    columns = []
    for _ in range(n_steps):
        columns.append(lengths > 0)
        lengths -= 1
    return np.stack(columns, axis=1)
