# No axis of time for a single step.
def one_to_many(n_steps, n_inputs, n_neurons, n_outputs):
    inputs = keras.Input((n_inputs,))
    repeated = layers.RepeatVector(n_steps)(inputs)
    return keras.Model(inputs, layers.Dense(n_outputs)(layers.SimpleRNN(n_neurons, return_sequences=n_steps > 1)(repeated)))
