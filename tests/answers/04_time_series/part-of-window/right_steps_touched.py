# writes down the steps touched
def part_of_window(starts, n_steps, n_train):
    touched = np.asarray(starts)[:, None] + np.arange(n_steps + 1)
    later = (touched >= n_train).mean(axis=1)
    return np.where(later == 0, 0, np.where(later == 1, 1, -1))
