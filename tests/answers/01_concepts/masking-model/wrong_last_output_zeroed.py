# Takes the last output of a layer that gives zeros at masked steps.
def masking_model(W_x, W_h, b):
    inputs = keras.Input((None, len(W_x)))
    layer = layers.SimpleRNN(len(b), return_sequences=True, zero_output_for_mask=True)
    states = layer(layers.Masking()(inputs))
    layer.set_weights([W_x, W_h, b])
    return keras.Model(inputs, states[:, -1])
