# puts time first, walks, puts it back; a list
def lstm_layer(x, weights):
    """Run an LSTM over sequences, from states of zeros.

    x : inputs of shape (batch, time, features).
    weights : the dict of exercise 2.
    Returns : outputs, h, c: the short-term state of each time step, of shape (batch, time, units),
        and the two states after the last step, each of shape (batch, units).
    """
    h = c = np.zeros((x.shape[0], weights["W_f"].shape[1]))
    rows = []
    for x_t in x.transpose(1, 0, 2):
        h, c = lstm_step(x_t, h, c, weights)
        rows.append(h)
    return [np.array(rows).transpose(1, 0, 2), h, c]
