# The functional API with the encoder's final state.
def encoder_decoder(n_output_steps, n_inputs, n_neurons, n_outputs):
    inputs = keras.Input((None, n_inputs))
    _, code = layers.SimpleRNN(n_neurons, return_state=True)(inputs)
    states = layers.SimpleRNN(n_neurons, return_sequences=True)(layers.RepeatVector(n_output_steps)(code))
    return keras.Model(inputs, layers.Dense(n_outputs)(states))
