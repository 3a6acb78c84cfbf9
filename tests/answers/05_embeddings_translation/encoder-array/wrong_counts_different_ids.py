# the length check counts different ids only: with repeated ones a sentence is cut off silently
def encoder_array(id_lists, length):
    array = np.zeros((len(id_lists), length), dtype="int64")
    for row, ids in enumerate(id_lists):
        if len(set(ids)) > length:
            raise ValueError(f"a sentence has {len(ids)} ids, more than {length}")
        array[row, :len(ids)] = ids[::-1][:length]
    return array
