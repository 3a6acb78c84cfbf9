# the mask looks at the first feature only
def masking_model(W_x, W_h, b):
    model = keras.Sequential([
        keras.Input((None, W_x.shape[0])),
        layers.Masking(),
        layers.SimpleRNN(W_x.shape[1]),
    ])
    x = keras.Input((None, W_x.shape[0]))
    model = keras.Model(x, layers.SimpleRNN(W_x.shape[1])(x, mask=x[..., 0] != 0))
    model.set_weights([W_x, W_h, b])
    return model
