# draws among all windows
def random_windows(values, n_steps, n_windows, seed):
    x, y = all_windows(values, n_steps)
    chosen = np.random.default_rng(seed).choice(len(x), size=n_windows)
    return x[chosen], y[chosen]
