# fills an array
def lstm_layer(x, weights):
    """Run an LSTM over sequences, from states of zeros.

    x : inputs of shape (batch, time, features).
    weights : the dict of exercise 2.
    Returns : outputs, h, c: the short-term state of each time step, of shape (batch, time, units),
        and the two states after the last step, each of shape (batch, units).
    """
    n_batch, n_time, _ = x.shape
    units = weights["b_o"].shape[0]
    outputs = np.zeros((n_batch, n_time, units))
    h, c = np.zeros((n_batch, units)), np.zeros((n_batch, units))
    for t in range(n_time):
        h, c = lstm_step(x[:, t, :], h, c, weights)
        outputs[:, t, :] = h
    return outputs, h, c
