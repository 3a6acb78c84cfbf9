# A Sequential inside a Sequential.
def many_to_one(n_inputs, n_neurons, n_outputs):
    rnn = keras.Sequential([layers.SimpleRNN(n_neurons)])
    return keras.Sequential([keras.Input((None, n_inputs)), rnn, layers.Dense(n_outputs)])
