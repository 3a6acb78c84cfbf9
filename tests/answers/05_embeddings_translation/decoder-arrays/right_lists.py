# with lists of lists
def decoder_arrays(id_lists, length, go, eos):
    inputs, targets = [], []
    for ids in id_lists:
        missing = length - len(ids) - 1
        if missing < 0:
            raise ValueError(f"{len(ids)} words do not fit")
        inputs.append([go] + ids + [0] * missing)
        targets.append(ids + [eos] + [0] * missing)
    return [np.array(inputs), np.array(targets)]
