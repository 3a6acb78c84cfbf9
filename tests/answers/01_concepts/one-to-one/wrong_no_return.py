# No return.
def one_to_one(n_inputs, n_neurons, n_outputs):
    keras.Sequential([layers.Input((n_inputs,)), layers.Dense(n_neurons, activation="tanh"), layers.Dense(n_outputs)])
