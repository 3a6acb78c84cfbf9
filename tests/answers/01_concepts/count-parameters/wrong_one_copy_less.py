# Multiplies by n_steps - 1.
def shared_parameters(n_steps, n_inputs, n_neurons, n_outputs):
    return n_neurons * (n_inputs + n_neurons + 1) + n_outputs * (n_neurons + 1)


def unshared_parameters(n_steps, n_inputs, n_neurons, n_outputs):
    return (n_steps - 1) * shared_parameters(n_steps, n_inputs, n_neurons, n_outputs)
