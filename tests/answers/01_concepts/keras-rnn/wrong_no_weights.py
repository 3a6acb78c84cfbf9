# Forgets to set the weights.
def keras_rnn(W_x, W_h, b):
    inputs = keras.Input((None, W_x.shape[0]))
    model = keras.Model(inputs, layers.RNN(layers.SimpleRNNCell(W_x.shape[1]), return_sequences=True)(inputs))
    return model
