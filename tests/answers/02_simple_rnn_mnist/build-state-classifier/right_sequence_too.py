# Asks for the whole sequence too, and reads the final state.
def build_state_classifier(n_steps, n_inputs, n_neurons, n_outputs):
    inputs = keras.Input((n_steps, n_inputs))
    _states, state = layers.SimpleRNN(n_neurons, return_sequences=True, return_state=True)(inputs)
    return keras.Model(inputs, layers.Dense(n_outputs, activation="softmax")(state))
