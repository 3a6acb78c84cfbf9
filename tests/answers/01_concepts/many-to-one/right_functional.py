# The functional API with the final state.
def many_to_one(n_inputs, n_neurons, n_outputs):
    inputs = keras.Input((None, n_inputs))
    _, state = layers.SimpleRNN(n_neurons, return_state=True)(inputs)
    return keras.Model(inputs, layers.Dense(n_outputs)(state))
