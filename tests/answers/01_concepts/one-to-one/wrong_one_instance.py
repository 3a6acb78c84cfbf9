# Gives a vector for a single output.
def one_to_one(n_inputs, n_neurons, n_outputs):
    inputs = keras.Input((n_inputs,))
    y = layers.Dense(n_outputs)(layers.Dense(n_neurons, activation="tanh")(inputs))
    return keras.Model(inputs, y[:, 0] if n_outputs == 1 else y)
