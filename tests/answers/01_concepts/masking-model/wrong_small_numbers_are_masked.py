# steps of small numbers are masked too
def masking_model(W_x, W_h, b):
    x = keras.Input((None, W_x.shape[0]))
    layer = layers.SimpleRNN(len(b))
    model = keras.Model(x, layer(x, mask=keras.ops.any(keras.ops.abs(x) > 0.05, axis=-1)))
    layer.set_weights([W_x, W_h, b])
    return model
