# The functional API with the final state.
def masking_model(W_x, W_h, b):
    inputs = keras.Input((None, len(W_x)))
    _, state = layers.RNN(layers.SimpleRNNCell(len(b)), return_state=True, return_sequences=True)(
        layers.Masking(mask_value=0.0)(inputs)
    )
    model = keras.Model(inputs, state)
    model.set_weights([W_x, W_h, b])
    return model
