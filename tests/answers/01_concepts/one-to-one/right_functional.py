# The functional API, activation as a layer.
def one_to_one(n_inputs, n_neurons, n_outputs):
    inputs = keras.Input((n_inputs,))
    hidden = layers.Activation("tanh")(layers.Dense(n_neurons)(inputs))
    return keras.Model(inputs, layers.Dense(n_outputs)(hidden))
