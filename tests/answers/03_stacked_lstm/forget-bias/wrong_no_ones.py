# leaves all biases at 0
def initial_bias(units):
    """The bias that a new keras.layers.LSTM starts with.

    Returns : an array of shape (4 * units,). For example, [0, 0, 1, 1, 0, 0, 0, 0] for 2 units.
    """
    bias = np.zeros(4 * units)
    return bias


def remembered(forget_bias, steps):
    """The share of the cell state that is left after some steps.

    forget_bias : the score of the forget gate at each step, a number.
    steps : how many steps are taken.
    Returns : a number between 0 and 1. For example, remembered(0, 2) is 0.25.
    """
    return (1 / (1 + np.exp(-forget_bias))) ** steps
