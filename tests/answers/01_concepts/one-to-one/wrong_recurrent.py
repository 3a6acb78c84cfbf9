# A recurrent layer over a single step.
def one_to_one(n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            layers.Input((n_inputs,)),
            layers.Reshape((1, n_inputs)),
            layers.SimpleRNN(n_neurons),
            layers.Dense(n_outputs),
        ]
    )
