# Counts in float32, which is not exact above 2**24. Breaks "Count the parameters".
def shared_parameters(n_steps, n_inputs, n_neurons, n_outputs):
    n, m, k = np.float32([n_inputs, n_neurons, n_outputs])
    return int(n * m + m * m + m + m * k + k)


def unshared_parameters(n_steps, n_inputs, n_neurons, n_outputs):
    return int(np.float32(n_steps) * np.float32(shared_parameters(n_steps, n_inputs, n_neurons, n_outputs)))
