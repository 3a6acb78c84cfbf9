# reverses the sentences
def decoder_arrays(id_lists, length, go, eos):
    inputs, targets = np.zeros((2, len(id_lists), length), dtype="int32")
    for k, ids in enumerate(id_lists):
        if len(ids) + 1 > length:
            raise ValueError(f"A sentence has {len(ids)} words; {length - 1} is the most.")
        inputs[k, : len(ids) + 1] = [go, *ids[::-1]]
        targets[k, : len(ids) + 1] = [*ids[::-1], eos]
    return inputs, targets
