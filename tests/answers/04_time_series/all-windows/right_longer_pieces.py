# cuts pieces that are one longer
def all_windows(values, n_steps):
    pieces = np.stack([values[s : s + n_steps + 1] for s in range(len(values) - n_steps)]).astype("float32")
    return pieces[:, :-1], pieces[:, 1:]
