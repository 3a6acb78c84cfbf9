# Noise on the inputs in training.
def many_to_one(n_inputs, n_neurons, n_outputs):
    return keras.Sequential([keras.Input((None, n_inputs)), layers.GaussianNoise(0.5), layers.SimpleRNN(n_neurons), layers.Dense(n_outputs)])
