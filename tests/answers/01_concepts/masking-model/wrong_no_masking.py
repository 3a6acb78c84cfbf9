# No Masking layer.
def masking_model(W_x, W_h, b):
    model = keras.Sequential([layers.Input((None, W_x.shape[0])), layers.SimpleRNN(W_x.shape[1])])
    model.set_weights([W_x, W_h, b])
    return model
