# with sliding_window_view
def context_windows(id_lists, reach):
    windows = []
    for ids in id_lists:
        padded = np.pad(np.asarray(ids, dtype="int64"), reach)
        windows.append(np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1))
    windows = np.concatenate(windows)
    return np.delete(windows, reach, axis=1), windows[:, reach]
