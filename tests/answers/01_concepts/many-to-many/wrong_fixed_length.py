# A fixed number of steps.
def many_to_many(n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            layers.Input((6, n_inputs)),
            layers.SimpleRNN(n_neurons, return_sequences=True),
            layers.Dense(n_outputs),
        ]
    )
