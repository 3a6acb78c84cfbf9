# Brackets.
def simple_rnn_parameters(n_inputs, units):
    return units * (n_inputs + units + 1)


def dense_parameters(n_inputs, units):
    return units * (n_inputs + 1)
