# A dense layer that gives all steps at once.
def one_to_many(n_steps, n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            layers.Input((n_inputs,)),
            layers.Dense(n_neurons, activation="tanh"),
            layers.Dense(n_steps * n_outputs),
            layers.Reshape((n_steps, n_outputs)),
        ]
    )
