# builds the layers and asks
def simple_rnn_parameters(n_inputs, units):
    return count(layers.SimpleRNN(units), n_inputs)


def lstm_parameters(n_inputs, units):
    return count(layers.LSTM(units), n_inputs)


def gru_parameters(n_inputs, units):
    return count(layers.GRU(units), n_inputs)


def count(layer, n_inputs):
    layer.build((None, None, n_inputs))
    return layer.count_params()
