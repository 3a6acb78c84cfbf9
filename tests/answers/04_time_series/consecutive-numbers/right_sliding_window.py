# windows over one line
def consecutive_numbers(n_vectors, n_steps):
    line = np.arange(float(n_vectors + n_steps))
    windows = np.lib.stride_tricks.sliding_window_view(line, n_steps)
    return windows[:n_vectors, :, np.newaxis].copy(), line[n_steps:]
