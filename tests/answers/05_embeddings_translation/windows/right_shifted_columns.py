# column by column
def context_windows(id_lists, reach):
    columns = {shift: [] for shift in range(-reach, reach + 1)}
    for ids in id_lists:
        padded = np.concatenate([np.zeros(reach, int), ids, np.zeros(reach, int)])
        for shift in columns:
            columns[shift].extend(padded[reach + shift : reach + shift + len(ids)])
    targets = columns.pop(0)
    return np.stack(list(columns.values()), axis=1), np.array(targets)
