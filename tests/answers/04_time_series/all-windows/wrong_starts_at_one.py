# forgets the first window
def all_windows(values, n_steps):
    """Cut a series into all of its windows, in order.

    values : a series of shape (time, features).
    Returns : x, y, each of shape (time - n_steps, n_steps, features); y is x one step later.
        For example, the series 5, 6, 7, 8 with n_steps=2 gives the windows 5 6 and 6 7, with the targets 6 7 and 7 8.
    """
    places = np.arange(1, len(values) - n_steps)[:, np.newaxis] + np.arange(n_steps)
    return values[places], values[places + 1]
