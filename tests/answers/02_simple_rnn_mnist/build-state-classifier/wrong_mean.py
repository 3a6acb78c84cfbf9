# Reads the mean of all states.
def build_state_classifier(n_steps, n_inputs, n_neurons, n_outputs):
    inputs = keras.Input((n_steps, n_inputs))
    states = layers.SimpleRNN(n_neurons, return_sequences=True)(inputs)
    mean = layers.GlobalAveragePooling1D()(states)
    return keras.Model(inputs, layers.Dense(n_outputs, activation="softmax")(mean))
