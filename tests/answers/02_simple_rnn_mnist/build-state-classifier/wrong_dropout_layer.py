# A Dropout layer before the softmax layer.
def build_state_classifier(n_steps, n_inputs, n_neurons, n_outputs):
    inputs = keras.Input((n_steps, n_inputs))
    _, state = layers.SimpleRNN(n_neurons, return_state=True)(inputs)
    state = layers.Dropout(0.1)(state)
    return keras.Model(inputs, layers.Dense(n_outputs, activation="softmax")(state))
