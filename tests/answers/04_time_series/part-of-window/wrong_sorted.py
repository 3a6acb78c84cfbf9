# sorts the windows
def part_of_window(starts, n_steps, n_train):
    starts = np.sort(starts)
    return np.where(starts + n_steps < n_train, 0, np.where(starts >= n_train, 1, -1))
