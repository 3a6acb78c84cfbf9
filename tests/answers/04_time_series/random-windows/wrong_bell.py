# places near the middle more often
def random_windows(values, n_steps, n_windows, seed):
    """Draw windows at random places of a series.

    values : a series of shape (time, features).
    Returns : x, y, each of shape (n_windows, n_steps, features); y is x one step later. The same seed gives the same.
    """
    starts = np.clip(np.random.default_rng(seed).normal((len(values) - n_steps) / 2, 1, n_windows).astype(int), 0, len(values) - n_steps - 1)
    places = starts[:, np.newaxis] + np.arange(n_steps)
    return values[places], values[places + 1]
