# with np.select
def part_of_window(starts, n_steps, n_train):
    starts = np.asarray(starts)
    return np.select([starts >= n_train, starts + n_steps >= n_train], [1, -1], default=0)
