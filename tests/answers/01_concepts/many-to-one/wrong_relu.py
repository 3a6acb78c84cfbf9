# relu in place of tanh.
def many_to_one(n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            layers.Input((None, n_inputs)),
            layers.SimpleRNN(n_neurons, activation="relu"),
            layers.Dense(n_outputs),
        ]
    )
