# A GRU.
def many_to_many(n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            layers.Input((None, n_inputs)),
            layers.GRU(n_neurons, return_sequences=True),
            layers.Dense(n_outputs),
        ]
    )
