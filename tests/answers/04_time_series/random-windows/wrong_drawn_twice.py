# inputs and targets from different places
def random_windows(values, n_steps, n_windows, seed):
    rng = np.random.default_rng(seed)
    places = rng.integers(0, len(values) - n_steps, size=(2, n_windows, 1)) + np.arange(n_steps)
    return values[places[0]], values[places[1] + 1]
