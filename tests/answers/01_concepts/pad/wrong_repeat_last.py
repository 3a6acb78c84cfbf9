# Repeats the last step.
def pad(sequences):
    n_steps = max(len(sequence) for sequence in sequences)
    return np.stack([np.pad(sequence, ((0, n_steps - len(sequence)), (0, 0)), mode="edge") for sequence in sequences])
