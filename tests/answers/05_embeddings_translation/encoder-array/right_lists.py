# with lists
def encoder_array(id_lists, length):
    rows = []
    for ids in id_lists:
        if len(ids) > length:
            raise ValueError("too long")
        rows.append(list(reversed(ids)) + [0] * (length - len(ids)))
    return np.array(rows, dtype=int)
