# A step of zeros is masked.
def many_to_one(n_inputs, n_neurons, n_outputs):
    return keras.Sequential([keras.Input((None, n_inputs)), layers.Masking(), layers.SimpleRNN(n_neurons), layers.Dense(n_outputs)])
