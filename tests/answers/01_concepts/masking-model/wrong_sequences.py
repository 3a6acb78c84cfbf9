# Gives the outputs of all steps.
def masking_model(W_x, W_h, b):
    model = keras.Sequential(
        [layers.Input((None, W_x.shape[0])), layers.Masking(), layers.SimpleRNN(W_x.shape[1], return_sequences=True)]
    )
    model.set_weights([W_x, W_h, b])
    return model
