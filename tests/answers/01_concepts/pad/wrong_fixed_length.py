# Ten steps, whatever the lengths.
def pad(sequences):
    n_steps = 10
    return np.stack([np.pad(sequence, ((0, n_steps - len(sequence)), (0, 0))) for sequence in sequences])
