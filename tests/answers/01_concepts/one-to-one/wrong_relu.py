# relu in place of tanh.
def one_to_one(n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            layers.Input((n_inputs,)),
            layers.Dense(n_neurons, activation="relu"),
            layers.Dense(n_outputs),
        ]
    )
