# The output, which holds the same numbers, in a list of layers.
def build_state_classifier(n_steps, n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            layers.Input((n_steps, n_inputs)),
            layers.SimpleRNN(n_neurons),
            layers.Dense(n_outputs, activation="softmax"),
        ]
    )
