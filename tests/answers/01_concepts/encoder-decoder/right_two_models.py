# An encoder and a decoder model, one after the other.
def encoder_decoder(n_output_steps, n_inputs, n_neurons, n_outputs):
    encoder = keras.Sequential([layers.Input((None, n_inputs)), layers.SimpleRNN(n_neurons)])
    decoder = keras.Sequential(
        [
            layers.Input((n_neurons,)),
            layers.RepeatVector(n_output_steps),
            layers.SimpleRNN(n_neurons, return_sequences=True),
            layers.Dense(n_outputs),
        ]
    )
    inputs = keras.Input((None, n_inputs))
    return keras.Model(inputs, decoder(encoder(inputs)))
