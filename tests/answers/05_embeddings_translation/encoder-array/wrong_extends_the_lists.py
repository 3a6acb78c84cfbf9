# pads the lists themselves
def encoder_array(id_lists, length):
    array = np.zeros((len(id_lists), length), dtype="int32")
    for row, ids in zip(array, id_lists):
        if len(ids) > length:
            raise ValueError(f"A sentence has {len(ids)} words; at most {length} fit.")
        ids.extend([0] * (length - len(ids)))
        n = sum(1 for i in ids if i)
        row[:n] = ids[:n][::-1]
    return array
