# tanh at the output layer in place of the hidden layer.
def one_to_one(n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            layers.Input((n_inputs,)),
            layers.Dense(n_neurons),
            layers.Dense(n_outputs, activation="tanh"),
        ]
    )
