# One layer for all models of a size, so a second call changes the first model. Breaks "with given weights".
_layer_of = {}


def masking_model(W_x, W_h, b):
    rnn = _layer_of.setdefault(W_x.shape, layers.SimpleRNN(W_x.shape[1]))
    model = keras.Sequential([keras.Input((None, W_x.shape[0])), layers.Masking(), rnn])
    rnn.set_weights([W_x, W_h, b])
    return model
