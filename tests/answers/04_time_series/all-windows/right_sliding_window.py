# sliding_window_view
def all_windows(values, n_steps):
    view = np.lib.stride_tricks.sliding_window_view(values, n_steps, axis=0).swapaxes(1, 2)
    return view[:-1], view[1:]
