# One bias per input.
def simple_rnn_parameters(n_inputs, units):
    return n_inputs * units + units * units + n_inputs


def dense_parameters(n_inputs, units):
    return n_inputs * units + n_inputs
