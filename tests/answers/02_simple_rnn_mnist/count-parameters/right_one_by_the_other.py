# A SimpleRNN is a Dense layer on input and state.
def dense_parameters(n_inputs, units):
    return (n_inputs + 1) * units


def simple_rnn_parameters(n_inputs, units):
    return dense_parameters(n_inputs + units, units)
