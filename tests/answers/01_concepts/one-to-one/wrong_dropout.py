# A dropout layer between.
def one_to_one(n_inputs, n_neurons, n_outputs):
    return keras.Sequential(
        [layers.Input((n_inputs,)), layers.Dense(n_neurons, activation="tanh"), layers.Dropout(0.5), layers.Dense(n_outputs)]
    )
