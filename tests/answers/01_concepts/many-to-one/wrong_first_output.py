# Reads the first state in place of the last.
def many_to_one(n_inputs, n_neurons, n_outputs):
    inputs = keras.Input((None, n_inputs))
    states = layers.SimpleRNN(n_neurons, return_sequences=True)(inputs)
    return keras.Model(inputs, layers.Dense(n_outputs)(states[:, 0]))
