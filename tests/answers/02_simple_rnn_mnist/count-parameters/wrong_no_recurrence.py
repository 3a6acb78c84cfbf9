# Forgets the state-to-state matrix.
def simple_rnn_parameters(n_inputs, units):
    return n_inputs * units + units


def dense_parameters(n_inputs, units):
    return n_inputs * units + units
