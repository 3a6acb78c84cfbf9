# Dropout on the inputs of the recurrent layer.
def many_to_many(n_inputs, n_neurons, n_outputs):
    return keras.Sequential([keras.Input((None, n_inputs)), layers.SimpleRNN(n_neurons, return_sequences=True, dropout=0.3), layers.Dense(n_outputs)])
