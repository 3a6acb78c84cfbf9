# Dropout in the cell.
def keras_rnn(W_x, W_h, b):
    cell = layers.SimpleRNNCell(len(b), recurrent_dropout=0.3)
    model = keras.Sequential([keras.Input((None, len(W_x))), layers.RNN(cell, return_sequences=True)])
    model.set_weights([W_x, W_h, b])
    return model
