# With keras.ops.tanh in a functional model.
def one_to_one(n_inputs, n_neurons, n_outputs):
    inputs = keras.Input((n_inputs,))
    return keras.Model(
        inputs, layers.Dense(n_outputs, activation="linear")(keras.ops.tanh(layers.Dense(n_neurons)(inputs)))
    )
