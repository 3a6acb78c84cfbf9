# A dense layer at each step, without memory.
def many_to_many(n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            layers.Input((None, n_inputs)),
            layers.Dense(n_neurons, activation="tanh"),
            layers.Dense(n_outputs),
        ]
    )
