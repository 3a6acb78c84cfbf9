# never the last place
def random_windows(values, n_steps, n_windows, seed):
    """Draw windows at random places of a series.

    values : a series of shape (time, features).
    Returns : x, y, each of shape (n_windows, n_steps, features); y is x one step later. The same seed gives the same.
    """
    starts = np.random.default_rng(seed).integers(0, len(values) - n_steps - 1, size=n_windows)
    places = starts[:, np.newaxis] + np.arange(n_steps)
    return values[places], values[places + 1]
