# Dropout in the recurrent layer.
def masking_model(W_x, W_h, b):
    model = keras.Sequential([keras.Input((None, len(W_x))), layers.Masking(), layers.SimpleRNN(len(b), dropout=0.3)])
    model.set_weights([W_x, W_h, b])
    return model
