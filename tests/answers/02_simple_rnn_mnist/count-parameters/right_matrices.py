# Adds the sizes of the matrices.
def simple_rnn_parameters(n_inputs, units):
    shapes = [(n_inputs, units), (units, units), (units,)]
    return sum(np.prod(shape) for shape in shapes)


def dense_parameters(n_inputs, units):
    return sum(np.prod(shape) for shape in [(n_inputs, units), (units,)])
