# The functional API.
def many_to_many(n_inputs, n_neurons, n_outputs):
    inputs = keras.Input((None, n_inputs))
    return keras.Model(inputs, layers.Dense(n_outputs)(layers.SimpleRNN(n_neurons, return_sequences=True)(inputs)))
