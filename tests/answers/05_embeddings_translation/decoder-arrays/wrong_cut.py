# cuts what does not fit
def decoder_arrays(id_lists, length, go, eos):
    inputs, targets = np.zeros((2, len(id_lists), length), dtype="int32")
    for k, ids in enumerate(id_lists):
        if len(ids) + 1 > length:
            ids = ids[: length - 1]
        inputs[k, : len(ids) + 1] = [go, *ids]
        targets[k, : len(ids) + 1] = [*ids, eos]
    return inputs, targets
