# Four times the recurrent layer, as in an LSTM.
def shared_parameters(n_steps, n_inputs, n_neurons, n_outputs):
    return 4 * n_neurons * (n_inputs + n_neurons + 1) + n_outputs * (n_neurons + 1)


def unshared_parameters(n_steps, n_inputs, n_neurons, n_outputs):
    return n_steps * shared_parameters(n_steps, n_inputs, n_neurons, n_outputs)
