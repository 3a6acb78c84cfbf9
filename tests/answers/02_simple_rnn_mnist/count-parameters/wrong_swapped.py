# Takes n_inputs for units.
def simple_rnn_parameters(n_inputs, units):
    return n_inputs * (n_inputs + units + 1)


def dense_parameters(n_inputs, units):
    return n_inputs * units + n_inputs
