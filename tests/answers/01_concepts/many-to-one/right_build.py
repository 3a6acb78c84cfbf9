# build in place of an Input.
def many_to_one(n_inputs, n_neurons, n_outputs):
    model = keras.Sequential([layers.SimpleRNN(n_neurons), layers.Dense(n_outputs)])
    model.build((None, None, n_inputs))
    return model
