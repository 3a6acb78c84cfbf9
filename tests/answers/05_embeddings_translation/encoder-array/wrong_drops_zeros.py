# leaves out ids of 0
def encoder_array(id_lists, length):
    array = np.zeros((len(id_lists), length), dtype="int32")
    for row, ids in zip(array, id_lists):
        if len(ids) > length:
            raise ValueError(f"A sentence has {len(ids)} words; at most {length} fit.")
        kept = [i for i in ids[::-1] if i]
        row[: len(kept)] = kept
    return array
