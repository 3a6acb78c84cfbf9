# window by window
def repeat_last(x):
    return np.array([window[-1] for window in x])


def moving_average(x, width):
    return np.array([window[-width:].mean(axis=0) for window in x])
