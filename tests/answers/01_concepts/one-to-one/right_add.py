# With add.
def one_to_one(n_inputs, n_neurons, n_outputs):
    model = keras.Sequential()
    model.add(keras.Input((n_inputs,)))
    model.add(layers.Dense(n_neurons, "tanh"))
    model.add(layers.Dense(n_outputs))
    return model
