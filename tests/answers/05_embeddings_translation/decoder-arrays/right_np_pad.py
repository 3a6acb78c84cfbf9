# with np.pad
def decoder_arrays(id_lists, length, go, eos):
    def rows(lists):
        return np.stack([np.pad(np.array(ids, dtype="int64"), (0, length - len(ids))) for ids in lists])

    return rows([[go, *ids] for ids in id_lists]), rows([[*ids, eos] for ids in id_lists])
