# RNN(SimpleRNNCell).
def many_to_one(n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            layers.Input((None, n_inputs)),
            layers.RNN(layers.SimpleRNNCell(n_neurons)),
            layers.Dense(n_outputs),
        ]
    )
