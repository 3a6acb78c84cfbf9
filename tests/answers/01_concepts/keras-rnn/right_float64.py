# In float64.
def keras_rnn(W_x, W_h, b):
    cell = layers.SimpleRNNCell(len(b), dtype="float64")
    model = keras.Sequential(
        [keras.Input((None, len(W_x)), dtype="float64"), layers.RNN(cell, return_sequences=True, dtype="float64")]
    )
    model.set_weights([W_x, W_h, b])
    return model
