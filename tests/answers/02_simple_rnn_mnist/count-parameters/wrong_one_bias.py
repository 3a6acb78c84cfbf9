# A single number for the bias.
def simple_rnn_parameters(n_inputs, units):
    return units * (n_inputs + units) + 1


def dense_parameters(n_inputs, units):
    return n_inputs * units + 1
