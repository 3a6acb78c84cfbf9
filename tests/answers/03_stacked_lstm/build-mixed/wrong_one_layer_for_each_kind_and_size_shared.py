# one layer for each kind and size: shared weights
def build_mixed_rnn(input_shape, kinds, units):
    makers = {"SimpleRNN": layers.SimpleRNN, "GRU": layers.GRU, "LSTM": layers.LSTM}
    inputs = keras.Input(input_shape)
    z, states, made = inputs, [], {}
    for kind, size in zip(kinds, units):
        key = kind, size, z.shape[-1]
        if key not in made:
            made[key] = makers[kind](size, return_sequences=True, return_state=True)
        z, h, *rest = made[key](z)
        states.append(h)
    return keras.Model(inputs, [z, *states])
