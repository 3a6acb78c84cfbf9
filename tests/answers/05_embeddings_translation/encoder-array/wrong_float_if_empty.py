# gives floats when all sentences are empty
def encoder_array(id_lists, length):
    array = np.zeros((len(id_lists), length), dtype="int32")
    for row, ids in zip(array, id_lists):
        if len(ids) > length:
            raise ValueError(f"A sentence has {len(ids)} words; at most {length} fit.")
        row[: len(ids)] = ids[::-1]
    return array if any(id_lists) else np.zeros((len(id_lists), length))
