# Gives the last output only.
def many_to_many(n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            layers.Input((None, n_inputs)),
            layers.SimpleRNN(n_neurons),
            layers.Dense(n_outputs),
        ]
    )
