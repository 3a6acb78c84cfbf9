# Asks Keras.
def shared_parameters(n_steps, n_inputs, n_neurons, n_outputs):
    model = keras.Sequential(
        [layers.Input((n_steps, n_inputs)), layers.SimpleRNN(n_neurons, return_sequences=True), layers.Dense(n_outputs)]
    )
    return model.count_params()


def unshared_parameters(n_steps, n_inputs, n_neurons, n_outputs):
    return shared_parameters(n_steps, n_inputs, n_neurons, n_outputs) * n_steps
