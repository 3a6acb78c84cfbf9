# Fills an array of zeros.
def pad(sequences):
    out = np.zeros((len(sequences), max(map(len, sequences)), sequences[0].shape[1]))
    for i, sequence in enumerate(sequences):
        out[i, : len(sequence)] = sequence
    return out
