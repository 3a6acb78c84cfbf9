# The weights as initializers' constants, set on the layer.
def keras_rnn(W_x, W_h, b):
    cell = layers.SimpleRNNCell(W_h.shape[0])
    model = keras.Sequential([layers.Input((None, W_x.shape[0])), layers.RNN([cell], return_sequences=True)])
    cell.kernel.assign(W_x)
    cell.recurrent_kernel.assign(W_h)
    cell.bias.assign(b)
    return model
