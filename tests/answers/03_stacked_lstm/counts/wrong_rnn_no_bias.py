# SimpleRNN without its bias
def simple_rnn_parameters(n_inputs, units):
    """Count the parameters of SimpleRNN(units) on n_inputs features per time step."""
    return units * (n_inputs + units)


def lstm_parameters(n_inputs, units):
    """Count the parameters of LSTM(units) on n_inputs features per time step; LSTM(1) on 1 feature has 12."""
    return 4 * units * (n_inputs + units + 1)


def gru_parameters(n_inputs, units):
    """Count the parameters of GRU(units), as Keras sets it up, on n_inputs features; GRU(1) on 1 feature has 12."""
    return 3 * units * (n_inputs + units + 2)
