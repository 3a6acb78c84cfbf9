# Forgets the bias of Dense.
def simple_rnn_parameters(n_inputs, units):
    return n_inputs * units + units * units + units


def dense_parameters(n_inputs, units):
    return n_inputs * units
