# The vector is the decoder's initial state as well.
def encoder_decoder(n_output_steps, n_inputs, n_neurons, n_outputs):
    inputs = keras.Input((None, n_inputs))
    code = layers.SimpleRNN(n_neurons)(inputs)
    steps = layers.RepeatVector(n_output_steps)(code)
    return keras.Model(
        inputs, layers.Dense(n_outputs)(layers.SimpleRNN(n_neurons, return_sequences=True)(steps, initial_state=code))
    )
