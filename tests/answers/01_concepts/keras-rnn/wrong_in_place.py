# Takes the bias away from the array that was given.
def keras_rnn(W_x, W_h, b):
    cell = layers.SimpleRNNCell(len(b))
    model = keras.Sequential([keras.Input((None, len(W_x))), layers.RNN(cell, return_sequences=True)])
    model.set_weights([W_x, W_h, b])
    b *= 0
    return model
