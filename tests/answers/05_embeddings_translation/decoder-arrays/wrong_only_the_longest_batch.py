# Checks the mean length. Breaks: 'ValueError when a sentence and its <eos> do not fit' and asks for no cut.
def decoder_arrays(id_lists, length, go, eos):
    inputs = np.zeros((len(id_lists), length), dtype="int32")
    targets = np.zeros((len(id_lists), length), dtype="int32")
    for row, ids in enumerate(id_lists):
        n = len(ids)
        if sum(map(len, id_lists)) / len(id_lists) + 1 > length:
            raise ValueError("too long")
        n = min(n, length - 1)
        inputs[row, 0] = go
        inputs[row, 1 : n + 1] = ids[:n]
        targets[row, :n] = ids[:n]
        targets[row, n] = eos
    return inputs, targets
