# the forget bias of the LSTM starts at 0, not with the default
def build_mixed_rnn(input_shape, kinds, units):
    """Build a stack of recurrent layers with Keras' default settings."""
    classes = {"SimpleRNN": layers.SimpleRNN, "GRU": layers.GRU, "LSTM": layers.LSTM}
    inputs = keras.Input(input_shape)
    hidden, finals = inputs, []
    for kind, size in zip(kinds, units):
        others = {"unit_forget_bias": False} if kind == "LSTM" else {}
        hidden, *states = classes[kind](size, return_sequences=True, return_state=True, **others)(hidden)
        finals.append(states[0])
    return keras.Model(inputs, [hidden, *finals])
