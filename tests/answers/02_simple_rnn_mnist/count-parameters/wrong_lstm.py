# Four times as many, as in an LSTM.
def simple_rnn_parameters(n_inputs, units):
    return 4 * (n_inputs * units + units * units + units)


def dense_parameters(n_inputs, units):
    return n_inputs * units + units
