# One bias for the input, one for the state, as in PyTorch.
def simple_rnn_parameters(n_inputs, units):
    return n_inputs * units + units * units + 2 * units


def dense_parameters(n_inputs, units):
    return n_inputs * units + units
