# Repeats the state after a single step: all outputs are the same.
def one_to_many(n_steps, n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            layers.Input((n_inputs,)),
            layers.Reshape((1, n_inputs)),
            layers.SimpleRNN(n_neurons),
            layers.RepeatVector(n_steps),
            layers.Dense(n_outputs),
        ]
    )
