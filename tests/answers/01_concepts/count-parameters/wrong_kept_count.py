# Counts are kept by inputs and neurons, so another number of outputs gives an old count. Breaks "Count the parameters of the recurrent layer and the output layer".
_counted = {}


def shared_parameters(n_steps, n_inputs, n_neurons, n_outputs):
    key = n_inputs, n_neurons
    if key not in _counted:
        _counted[key] = n_neurons * (n_inputs + n_neurons + 1) + n_outputs * (n_neurons + 1)
    return _counted[key]


def unshared_parameters(n_steps, n_inputs, n_neurons, n_outputs):
    return n_steps * shared_parameters(n_steps, n_inputs, n_neurons, n_outputs)
