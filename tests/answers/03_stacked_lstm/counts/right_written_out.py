# matrix by matrix
def simple_rnn_parameters(n_inputs, units):
    """Count the parameters of SimpleRNN(units) on n_inputs features per time step."""
    return n_inputs * units + units**2 + units


def lstm_parameters(n_inputs, units):
    """Count the parameters of LSTM(units) on n_inputs features per time step; LSTM(1) on 1 feature has 12."""
    W, U, b = n_inputs * units, units * units, units
    return 4 * W + 4 * U + 4 * b


def gru_parameters(n_inputs, units):
    """Count the parameters of GRU(units), as Keras sets it up, on n_inputs features; GRU(1) on 1 feature has 12."""
    return 3 * (n_inputs * units + units * units + 2 * units)
