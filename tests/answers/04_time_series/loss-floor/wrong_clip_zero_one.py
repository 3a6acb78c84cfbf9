# an output between 0 and 1
def loss_floor(target):
    """Give the lowest mean absolute error of a network whose outputs lie between -1 and 1.

    target : numbers of shape (batch,), positive or negative.
    Returns : a number. For example, [5, 0.5, -3] gives (4 + 0 + 2) / 3 = 2.
    """
    return np.mean(np.abs(target - np.clip(target, 0, 1)))
