# A recurrent dropout of 0.1.
def build_state_classifier(n_steps, n_inputs, n_neurons, n_outputs):
    inputs = keras.Input((n_steps, n_inputs))
    _, state = layers.SimpleRNN(n_neurons, recurrent_dropout=0.1, return_state=True)(inputs)
    return keras.Model(inputs, layers.Dense(n_outputs, activation="softmax")(state))
