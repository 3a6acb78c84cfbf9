# The functional API.
def one_to_many(n_steps, n_inputs, n_neurons, n_outputs):
    inputs = keras.Input((n_inputs,))
    states = layers.SimpleRNN(n_neurons, return_sequences=True)(layers.RepeatVector(n_steps)(inputs))
    return keras.Model(inputs, layers.TimeDistributed(layers.Dense(n_outputs))(states))
