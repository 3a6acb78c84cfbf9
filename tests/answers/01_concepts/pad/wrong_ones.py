# Fills up with ones.
def pad(sequences):
    n_steps = max(len(sequence) for sequence in sequences)
    return np.stack(
        [np.pad(sequence, ((0, n_steps - len(sequence)), (0, 0)), constant_values=1) for sequence in sequences]
    )
