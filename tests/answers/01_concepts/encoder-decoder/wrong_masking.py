# Masks input steps of zeros.
def encoder_decoder(n_output_steps, n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            keras.Input((None, n_inputs)),
            layers.Masking(),
            layers.SimpleRNN(n_neurons),
            layers.RepeatVector(n_output_steps),
            layers.SimpleRNN(n_neurons, return_sequences=True),
            layers.Dense(n_outputs),
        ]
    )
