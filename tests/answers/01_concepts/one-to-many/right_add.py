# With add.
def one_to_many(n_steps, n_inputs, n_neurons, n_outputs):
    model = keras.Sequential()
    model.add(keras.Input((n_inputs,)))
    model.add(layers.RepeatVector(n_steps))
    model.add(layers.SimpleRNN(n_neurons, return_sequences=True))
    model.add(layers.Dense(n_outputs))
    return model
