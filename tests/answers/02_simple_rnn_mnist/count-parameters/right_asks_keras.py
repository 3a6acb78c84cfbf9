# Builds the layers and counts.
def simple_rnn_parameters(n_inputs, units):
    layer = layers.SimpleRNN(units)
    layer.build((None, None, n_inputs))
    return layer.count_params()


def dense_parameters(n_inputs, units):
    layer = layers.Dense(units)
    layer.build((None, n_inputs))
    return layer.count_params()
