# a branch for each kind
def build_mixed_rnn(input_shape, kinds, units):
    """Build a stack of recurrent layers, as Keras sets them up by default.

    input_shape : (time, features) of one sequence.
    kinds : one of "SimpleRNN", "GRU", "LSTM" for each layer, from the input on.
    units : the size of each layer's state, in the same order.
    Returns : a keras model from (batch, time, features) to a list: the outputs of the top layer at each time step,
        (batch, time, units[-1]), then the final state of each layer in order, (batch, units[k]).
    """
    inputs = keras.Input(input_shape)
    x, results = inputs, []
    for k in range(len(kinds)):
        if kinds[k] == "LSTM":
            x, h, c = layers.LSTM(units[k], return_sequences=True, return_state=True)(x)
        elif kinds[k] == "GRU":
            x, h = layers.GRU(units[k], return_sequences=True, return_state=True)(x)
        else:
            x, h = layers.SimpleRNN(units[k], return_sequences=True, return_state=True)(x)
        results.append(h)
    return keras.Model(inputs, (x, *results))
