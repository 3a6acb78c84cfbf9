# a random share of the places
def random_windows(values, n_steps, n_windows, seed):
    rng = np.random.default_rng(seed)
    starts = np.floor(rng.random(n_windows) * (len(values) - n_steps)).astype(int)
    x = np.stack([values[starts + step] for step in range(n_steps)], axis=1)
    y = np.stack([values[starts + step + 1] for step in range(n_steps)], axis=1)
    return x, y
