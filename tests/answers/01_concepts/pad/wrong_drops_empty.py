# Leaves out sequences without steps.
def pad(sequences):
    sequences = [s for s in sequences if len(s)]
    n_steps = max(len(s) for s in sequences)
    return np.stack([np.pad(s, ((0, n_steps - len(s)), (0, 0))) for s in sequences])
