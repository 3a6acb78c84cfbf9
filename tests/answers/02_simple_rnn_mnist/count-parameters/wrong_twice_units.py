# Doubles the units in place of squaring.
def simple_rnn_parameters(n_inputs, units):
    return n_inputs * units + 2 * units + units


def dense_parameters(n_inputs, units):
    return n_inputs * units + units
