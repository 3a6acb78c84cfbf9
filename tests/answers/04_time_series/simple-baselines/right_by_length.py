# counts from the front
def repeat_last(x):
    return x[:, x.shape[1] - 1, :]


def moving_average(x, width):
    return x[:, x.shape[1] - width :, :].sum(axis=1) / width
