# recursion, which fails with RecursionError for thousands of steps
def initial_bias(units):
    """The bias that a new keras.layers.LSTM starts with."""
    bias = np.zeros(4 * units)
    bias[units : 2 * units] = 1
    return bias


def remembered(forget_bias, steps):
    """The fraction of the cell state that is left after some steps."""
    if steps == 0:
        return 1.0
    return remembered(forget_bias, steps - 1) / (1 + np.exp(-forget_bias))
