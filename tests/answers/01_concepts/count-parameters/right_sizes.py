# The sizes of NumPy arrays.
def shared_parameters(n_steps, n_inputs, n_neurons, n_outputs):
    shapes = [(n_inputs, n_neurons), (n_neurons, n_neurons), (n_neurons,), (n_neurons, n_outputs), (n_outputs,)]
    return sum(np.prod(shape) for shape in shapes)


def unshared_parameters(n_steps, n_inputs, n_neurons, n_outputs):
    return sum(shared_parameters(1, n_inputs, n_neurons, n_outputs) for _ in range(n_steps))
