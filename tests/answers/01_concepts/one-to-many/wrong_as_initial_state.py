# The vector becomes the initial state.
def one_to_many(n_steps, n_inputs, n_neurons, n_outputs):
    inputs = keras.Input((n_inputs,))
    state = layers.Dense(n_neurons)(inputs)
    steps = layers.RepeatVector(n_steps)(0 * inputs)
    return keras.Model(
        inputs, layers.Dense(n_outputs)(layers.SimpleRNN(n_neurons, return_sequences=True)(steps, initial_state=state))
    )
