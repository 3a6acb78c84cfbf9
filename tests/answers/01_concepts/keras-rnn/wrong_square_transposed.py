# Transposes W_x where it is square.
def keras_rnn(W_x, W_h, b):
    cell = layers.SimpleRNNCell(len(b))
    model = keras.Sequential([keras.Input((None, len(W_x))), layers.RNN(cell, return_sequences=True)])
    model.set_weights([W_x.T if W_x.shape == W_h.shape else W_x, W_h, b])
    return model
