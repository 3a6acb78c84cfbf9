# prints a warning and cuts
def encoder_array(id_lists, length):
    array = np.zeros((len(id_lists), length), dtype="int32")
    for row, ids in zip(array, id_lists):
        if len(ids) > length:
            print("too long")
        ids = ids[:length]
        row[: len(ids)] = ids[::-1]

    return array
