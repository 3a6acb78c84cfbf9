# A dense layer on the last step only.
def many_to_one(n_inputs, n_neurons, n_outputs):
    inputs = keras.Input((None, n_inputs))
    return keras.Model(inputs, layers.Dense(n_outputs)(layers.Dense(n_neurons, activation="tanh")(inputs[:, -1])))
