# steps of zeros at the end do not count: the array is too short
def pad(sequences):
    longest = max([1, *(int(np.flatnonzero(np.any(sequence, axis=1))[-1]) + 1 for sequence in sequences if np.any(sequence))])
    batch = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    for row, sequence in enumerate(sequences):
        batch[row, :len(sequence)] = sequence[:longest]
    return batch
