# a loop with the old generator
def random_windows(values, n_steps, n_windows, seed):
    draw = np.random.RandomState(seed)
    x, y = [], []
    for _ in range(n_windows):
        start = draw.randint(0, len(values) - n_steps)
        x.append(values[start : start + n_steps])
        y.append(values[start + 1 : start + 1 + n_steps])
    return np.array(x), np.array(y)
