# Reads in both directions: outputs depend on later inputs.
def many_to_many(n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            layers.Input((None, n_inputs)),
            layers.Bidirectional(layers.SimpleRNN(n_neurons, return_sequences=True), merge_mode="sum"),
            layers.Dense(n_outputs),
        ]
    )
