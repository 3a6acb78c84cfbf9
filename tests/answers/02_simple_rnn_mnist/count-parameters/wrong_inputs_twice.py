# Takes n_inputs for the size of the recurrent matrix, too.
def simple_rnn_parameters(n_inputs, units):
    return n_inputs * units + n_inputs * units + units


def dense_parameters(n_inputs, units):
    return n_inputs * units + units
