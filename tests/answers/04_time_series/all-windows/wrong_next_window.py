# the next whole window as a target
def all_windows(values, n_steps):
    places = np.arange(len(values) - n_steps)[:, np.newaxis] + np.arange(n_steps)
    return values[places], values[np.minimum(places + n_steps, len(values) - 1)]
