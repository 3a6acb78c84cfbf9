# one layer of a kind and size, in all networks
kept = {}


def build_mixed_rnn(input_shape, kinds, units):
    """Build a stack of recurrent layers with Keras' default settings.

    input_shape : (time, features) of one sequence.
    kinds : one of "SimpleRNN", "GRU", "LSTM" for each layer, of which there is at least one, starting at the input.
    units : the size of each layer's state, in the same order.
    Returns : a keras model from (batch, time, features) to a list: the outputs of the top layer at each time step,
        (batch, time, units[-1]), then the final state of each layer in order, (batch, units[k]).
    """
    inputs = keras.Input(input_shape)
    outputs, states = inputs, []
    for kind, size in zip(kinds, units):
        key = (kind, size, int(outputs.shape[-1]), len(states))
        layer = kept.setdefault(key, getattr(layers, kind)(size, return_sequences=True, return_state=True))
        outputs, h, *_ = layer(outputs)
        states.append(h)
    return keras.Model(inputs, [outputs, *states])
