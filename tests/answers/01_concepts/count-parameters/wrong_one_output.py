# No output layer for a single output.
def shared_parameters(n_steps, n_inputs, n_neurons, n_outputs):
    dense = n_outputs * (n_neurons + 1) if n_outputs > 1 else n_neurons
    return n_neurons * (n_inputs + n_neurons + 1) + dense


def unshared_parameters(n_steps, n_inputs, n_neurons, n_outputs):
    return n_steps * shared_parameters(n_steps, n_inputs, n_neurons, n_outputs)
