# Reads the image from bottom to top.
def build_state_classifier(n_steps, n_inputs, n_neurons, n_outputs):
    inputs = keras.Input((n_steps, n_inputs))
    _, state = layers.SimpleRNN(n_neurons, return_state=True, go_backwards=True)(inputs)
    return keras.Model(inputs, layers.Dense(n_outputs, activation="softmax")(state))
