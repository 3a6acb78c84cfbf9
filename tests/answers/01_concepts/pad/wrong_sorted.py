# Sorts the sequences by length.
def pad(sequences):
    n_steps = max(len(s) for s in sequences)
    return np.stack([np.pad(s, ((0, n_steps - len(s)), (0, 0))) for s in sorted(sequences, key=len)])
