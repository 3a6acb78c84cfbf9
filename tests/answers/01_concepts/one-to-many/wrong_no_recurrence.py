# A dense layer at each step: all outputs are the same.
def one_to_many(n_steps, n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            layers.Input((n_inputs,)),
            layers.RepeatVector(n_steps),
            layers.Dense(n_neurons, activation="tanh"),
            layers.Dense(n_outputs),
        ]
    )
