# With add.
def many_to_one(n_inputs, n_neurons, n_outputs):
    model = keras.Sequential()
    model.add(keras.Input((None, n_inputs)))
    model.add(layers.SimpleRNN(n_neurons))
    model.add(layers.Dense(n_outputs))
    return model
