# Sorts the list that was given to find the longest.
def pad(sequences):
    given = list(sequences)
    sequences.sort(key=len)
    longest = len(sequences[-1])
    return np.stack([np.pad(s, ((0, longest - len(s)), (0, 0))) for s in given])
