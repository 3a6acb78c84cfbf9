# A fixed number of steps, in a list of layers.
def keras_rnn(W_x, W_h, b):
    model = keras.Sequential(
        [layers.Input((2, len(W_x))), layers.RNN(layers.SimpleRNNCell(len(b)), return_sequences=True)]
    )
    model.set_weights([W_x, W_h, b])
    return model
