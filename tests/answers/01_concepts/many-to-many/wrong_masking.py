# A step of zeros is masked.
def many_to_many(n_inputs, n_neurons, n_outputs):
    return keras.Sequential([keras.Input((None, n_inputs)), layers.Masking(), layers.SimpleRNN(n_neurons, return_sequences=True), layers.Dense(n_outputs)])
