# As long as the first sequence.
def pad(sequences):
    n_steps = len(sequences[0])
    return np.stack([np.pad(sequence, ((0, n_steps - len(sequence)), (0, 0))) for sequence in sequences])
