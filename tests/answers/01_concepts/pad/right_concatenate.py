# Appends zeros with concatenate.
def pad(sequences):
    n = max(s.shape[0] for s in sequences)
    return np.array([np.concatenate([s, np.zeros((n - len(s), s.shape[1]))]) for s in sequences])
