# Adds 1 to the bias, as the forget gate of an LSTM has it.
def masking_model(W_x, W_h, b):
    model = keras.Sequential([layers.Input((None, W_x.shape[0])), layers.Masking(), layers.SimpleRNN(W_x.shape[1])])
    model.set_weights([W_x, W_h, b + 1])
    return model
