# A fixed number of steps.
def many_to_one(n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            layers.Input((6, n_inputs)),
            layers.SimpleRNN(n_neurons),
            layers.Dense(n_outputs),
        ]
    )
