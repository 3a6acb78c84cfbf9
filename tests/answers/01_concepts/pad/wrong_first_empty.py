# Takes a first sequence without steps for a single zero step.
def pad(sequences):
    longest = max(len(s) for s in sequences)
    rows = [np.zeros((1, s.shape[1])) if i == 0 and len(s) == 0 else s for i, s in enumerate(sequences)]
    longest = max(longest, len(rows[0]) + 1 if len(sequences[0]) == 0 else longest)
    return np.stack([np.pad(s, ((0, longest - len(s)), (0, 0))) for s in rows])
