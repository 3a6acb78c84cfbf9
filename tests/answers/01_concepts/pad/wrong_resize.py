# Repeats the sequence to fill up.
def pad(sequences):
    n_steps = max(len(s) for s in sequences)
    return np.stack([np.resize(s, (n_steps, s.shape[1])) for s in sequences])
