# As long as the last sequence.
def pad(sequences):
    n_steps = len(sequences[-1])
    return np.stack([np.pad(sequence, ((0, n_steps - len(sequence)), (0, 0))) for sequence in sequences])
