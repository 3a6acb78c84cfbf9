# rounds to six decimals
def initial_bias(units):
    """The bias that a new keras.layers.LSTM starts with.

    units : a whole number, 1 or larger.
    Returns : an array of shape (4 * units,). For example, [0, 0, 1, 1, 0, 0, 0, 0] for 2 units.
    """
    bias = np.zeros(4 * units)
    bias[units : 2 * units] = 1
    return bias


def remembered(forget_bias, steps):
    """The fraction of the cell state that is left after some steps.

    forget_bias : the score of the forget gate at each step, a number from -50 to 50.
    steps : the number of steps, 0 or more; after 0 steps all is left, 1.
    Returns : a number from 0 to 1. For example, remembered(0, 2) is 0.25.
    """
    return round(float((1 / (1 + np.exp(-forget_bias))) ** steps), 6)
