# With add.
def masking_model(W_x, W_h, b):
    model = keras.Sequential()
    model.add(keras.Input((None, W_x.shape[0])))
    model.add(layers.Masking(mask_value=0))
    model.add(layers.SimpleRNN(W_h.shape[1]))
    model.layers[-1].set_weights([W_x, W_h, b])
    return model
