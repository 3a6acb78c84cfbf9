# One recurrent layer for both.
def encoder_decoder(n_output_steps, n_inputs, n_neurons, n_outputs):
    inputs = keras.Input((None, n_inputs))
    code = layers.SimpleRNN(n_neurons)(inputs)
    return keras.Model(
        inputs, layers.Reshape((n_output_steps, n_outputs))(layers.Dense(n_output_steps * n_outputs)(code))
    )
