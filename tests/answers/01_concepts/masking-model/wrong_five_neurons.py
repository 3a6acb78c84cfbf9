# Five neurons, whatever the weights say.
def masking_model(W_x, W_h, b):
    model = keras.Sequential([layers.Input((None, W_x.shape[0])), layers.Masking(), layers.SimpleRNN(5)])
    model.set_weights([W_x, W_h, b])
    return model
