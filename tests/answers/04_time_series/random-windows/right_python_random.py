# the module random
def random_windows(values, n_steps, n_windows, seed):
    import random

    draw = random.Random(seed)
    starts = [draw.randint(0, len(values) - n_steps - 1) for _ in range(n_windows)]
    pieces = np.stack([values[start : start + n_steps + 1] for start in starts])
    return pieces[:, :-1].astype("float32"), pieces[:, 1:].astype("float32")
