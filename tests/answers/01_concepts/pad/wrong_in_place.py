# Puts the padded sequences into the list that was given.
def pad(sequences):
    longest = max(len(s) for s in sequences)
    for i, s in enumerate(sequences):
        sequences[i] = np.pad(s, ((0, longest - len(s)), (0, 0)))
    return np.stack(sequences)
