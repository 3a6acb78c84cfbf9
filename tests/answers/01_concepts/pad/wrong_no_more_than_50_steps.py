# no more than 50 steps are kept
def pad(sequences):
    longest = min(max(len(sequence) for sequence in sequences), 50)
    batch = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    for row, sequence in enumerate(sequences):
        batch[row, :len(sequence)] = sequence[:longest]
    return batch
