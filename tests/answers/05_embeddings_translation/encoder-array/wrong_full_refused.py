# refuses a sentence that fits exactly
def encoder_array(id_lists, length):
    array = np.zeros((len(id_lists), length), dtype="int32")
    for row, ids in zip(array, id_lists):
        if len(ids) >= length:
            raise ValueError(f"A sentence has {len(ids)} words; {length} is the most.")
        row[: len(ids)] = ids[::-1]
    return array
