# float16 loses digits
def pad(sequences):
    longest = max(len(s) for s in sequences)
    X = np.zeros((len(sequences), longest, sequences[0].shape[1]), dtype="float16")
    for row, s in zip(X, sequences):
        row[: len(s)] = s
    return X
