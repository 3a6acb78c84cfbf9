# All states, then the last: Keras repeats the state at masked steps.
def masking_model(W_x, W_h, b):
    inputs = keras.Input((None, len(W_x)))
    states = layers.SimpleRNN(len(b), return_sequences=True)(layers.Masking()(inputs))
    model = keras.Model(inputs, states[:, -1])
    model.set_weights([W_x, W_h, b])
    return model
