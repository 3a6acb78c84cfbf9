# Neurons and outputs exchanged.
def many_to_one(n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            layers.Input((None, n_inputs)),
            layers.SimpleRNN(n_outputs),
            layers.Dense(n_neurons),
        ]
    )
