# leaves out ids of 0
def decoder_arrays(id_lists, length, go, eos):
    inputs, targets = np.zeros((2, len(id_lists), length), dtype="int32")
    for k, ids in enumerate(id_lists):
        ids = [i for i in ids if i]
        if len(ids) + 1 > length:
            raise ValueError(f"A sentence has {len(ids)} words; at most {length - 1} fit.")
        inputs[k, : len(ids) + 1] = [go, *ids]
        targets[k, : len(ids) + 1] = [*ids, eos]
    return inputs, targets
