# a loop
def all_windows(values, n_steps):
    x, y = [], []
    for start in range(len(values) - n_steps):
        x.append(values[start : start + n_steps])
        y.append(values[start + 1 : start + n_steps + 1])
    return np.array(x), np.array(y)
