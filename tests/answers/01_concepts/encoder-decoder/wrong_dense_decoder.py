# A dense layer in place of the decoder.
def encoder_decoder(n_output_steps, n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            layers.Input((None, n_inputs)),
            layers.SimpleRNN(n_neurons),
            layers.RepeatVector(n_output_steps),
            layers.Dense(n_neurons, activation="tanh"),
            layers.Dense(n_outputs),
        ]
    )
