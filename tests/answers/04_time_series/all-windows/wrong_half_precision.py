# float16
def all_windows(values, n_steps):
    n = len(values) - n_steps
    x = np.array([values[s:s + n_steps] for s in range(n)], dtype="float16")
    y = np.array([values[s + 1:s + n_steps + 1] for s in range(n)], dtype="float16")
    return x, y
