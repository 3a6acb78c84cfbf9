# Right for more than one step only.
def shared_parameters(n_steps, n_inputs, n_neurons, n_outputs):
    recurrent = n_neurons * n_neurons if n_steps > 1 else 0
    return n_inputs * n_neurons + recurrent + n_neurons + n_outputs * (n_neurons + 1)


def unshared_parameters(n_steps, n_inputs, n_neurons, n_outputs):
    return n_steps * (n_neurons * (n_inputs + n_neurons + 1) + n_outputs * (n_neurons + 1))
