# The input matrix taken for square.
def simple_rnn_parameters(n_inputs, units):
    return n_inputs * n_inputs + units * units + units


def dense_parameters(n_inputs, units):
    return units * (n_inputs + 1)
