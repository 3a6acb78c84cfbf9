# Gives the steps in reverse order.
def one_to_many(n_steps, n_inputs, n_neurons, n_outputs):
    inputs = keras.Input((n_inputs,))
    states = layers.SimpleRNN(n_neurons, return_sequences=True)(layers.RepeatVector(n_steps)(inputs))
    return keras.Model(inputs, layers.Dense(n_outputs)(keras.ops.flip(states, axis=1)))
