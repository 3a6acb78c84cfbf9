# Its own weights at each of 28 steps.
def simple_rnn_parameters(n_inputs, units):
    return 28 * (n_inputs * units + units * units + units)


def dense_parameters(n_inputs, units):
    return n_inputs * units + units
