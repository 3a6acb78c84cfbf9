# the state is the last output of a layer's sequence
def build_mixed_rnn(input_shape, kinds, units):
    """Build a stack of recurrent layers, as Keras sets them up by default.

    input_shape : (time, features) of one sequence.
    kinds : one of "SimpleRNN", "GRU", "LSTM" for each layer, from the input on.
    units : the size of each layer's state, in the same order.
    Returns : a keras model from (batch, time, features) to a list: the outputs of the top layer at each time step,
        (batch, time, units[-1]), then the final state of each layer in order, (batch, units[k]).
    """
    kinds_of = {"SimpleRNN": layers.SimpleRNN, "GRU": layers.GRU, "LSTM": layers.LSTM}
    x = inputs = layers.Input(shape=input_shape)
    states = []
    for kind, size in zip(kinds, units):
        x = kinds_of[kind](size, return_sequences=True)(x)
        states.append(x[:, -1, :])
    return keras.Model(inputs=inputs, outputs=[x] + states)
