# Zeros before the sequence.
def pad(sequences):
    n_steps = max(len(sequence) for sequence in sequences)
    return np.stack([np.pad(sequence, ((n_steps - len(sequence), 0), (0, 0))) for sequence in sequences])
