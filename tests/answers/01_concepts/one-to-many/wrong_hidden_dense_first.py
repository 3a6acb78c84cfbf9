# A dense layer before the repetition.
def one_to_many(n_steps, n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            layers.Input((n_inputs,)),
            layers.Dense(n_neurons, activation="tanh"),
            layers.RepeatVector(n_steps),
            layers.SimpleRNN(n_neurons, return_sequences=True),
            layers.Dense(n_outputs),
        ]
    )
