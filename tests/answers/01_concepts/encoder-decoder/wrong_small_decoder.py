# A decoder of n_outputs neurons.
def encoder_decoder(n_output_steps, n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            layers.Input((None, n_inputs)),
            layers.SimpleRNN(n_neurons),
            layers.RepeatVector(n_output_steps),
            layers.SimpleRNN(n_outputs, return_sequences=True),
        ]
    )
