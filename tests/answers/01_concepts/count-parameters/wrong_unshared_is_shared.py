# Does not multiply by the steps.
def shared_parameters(n_steps, n_inputs, n_neurons, n_outputs):
    return n_neurons * (n_inputs + n_neurons + 1) + n_outputs * (n_neurons + 1)


def unshared_parameters(n_steps, n_inputs, n_neurons, n_outputs):
    return shared_parameters(n_steps, n_inputs, n_neurons, n_outputs)
