# Every matrix for itself.
def shared_parameters(n_steps, n_inputs, n_neurons, n_outputs):
    return n_inputs * n_neurons + n_neurons**2 + n_neurons + n_neurons * n_outputs + n_outputs


def unshared_parameters(n_steps, n_inputs, n_neurons, n_outputs):
    return n_steps * shared_parameters(n_steps, n_inputs, n_neurons, n_outputs)
