# SimpleRNN, which is RNN(SimpleRNNCell).
def keras_rnn(W_x, W_h, b):
    inputs = keras.Input((None, len(W_x)))
    layer = layers.SimpleRNN(len(b), return_sequences=True)
    outputs = layer(inputs)
    layer.set_weights([W_x, W_h, b])
    return keras.Model(inputs, outputs)
