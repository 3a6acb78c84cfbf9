# Averages the inputs in place of an encoder.
def encoder_decoder(n_output_steps, n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [
            layers.Input((None, n_inputs)),
            layers.GlobalAveragePooling1D(),
            layers.Dense(n_neurons, activation="tanh"),
            layers.RepeatVector(n_output_steps),
            layers.SimpleRNN(n_neurons, return_sequences=True),
            layers.Dense(n_outputs),
        ]
    )
