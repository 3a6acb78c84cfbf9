# layers.RNN around a cell, one layer after the other
def build_mixed_rnn(input_shape, kinds, units):
    """Build a stack of recurrent layers, as Keras sets them up by default.

    input_shape : (time, features) of one sequence.
    kinds : one of "SimpleRNN", "GRU", "LSTM" for each layer, from the input on.
    units : the size of each layer's state, in the same order.
    Returns : a keras model from (batch, time, features) to a list: the outputs of the top layer at each time step,
        (batch, time, units[-1]), then the final state of each layer in order, (batch, units[k]).
    """
    inputs = keras.Input(input_shape)
    outputs, states = inputs, []
    for kind, size in zip(kinds, units):
        layer = layers.RNN(getattr(layers, kind + 'Cell')(size), return_sequences=True, return_state=True)
        outputs, h, *_ = layer(outputs)
        states.append(h)
    return keras.Model(inputs, [outputs, *states])
