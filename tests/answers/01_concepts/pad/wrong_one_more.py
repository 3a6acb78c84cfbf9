# One step more than the longest.
def pad(sequences):
    n_steps = 1 + max(len(sequence) for sequence in sequences)
    return np.stack([np.pad(sequence, ((0, n_steps - len(sequence)), (0, 0))) for sequence in sequences])
