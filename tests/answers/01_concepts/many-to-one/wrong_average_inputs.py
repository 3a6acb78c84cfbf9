# Averages the inputs, and so forgets the order.
def many_to_one(n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            layers.Input((None, n_inputs)),
            layers.GlobalAveragePooling1D(),
            layers.Reshape((1, n_inputs)),
            layers.SimpleRNN(n_neurons),
            layers.Dense(n_outputs),
        ]
    )
