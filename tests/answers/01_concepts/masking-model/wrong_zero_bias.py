# Sets a bias of zeros.
def masking_model(W_x, W_h, b):
    model = keras.Sequential([layers.Input((None, W_x.shape[0])), layers.Masking(), layers.SimpleRNN(W_x.shape[1])])
    model.set_weights([W_x, W_h, 0 * b])
    return model
