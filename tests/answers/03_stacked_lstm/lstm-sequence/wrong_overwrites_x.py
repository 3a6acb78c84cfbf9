# writes the outputs into x where they fit
def lstm_layer(x, weights):
    """Run an LSTM over sequences, starting from states of zeros.

    x : inputs of shape (batch, time, features).
    weights : the dict of exercise 2.
    Returns : outputs, h, c. They are the short-term state of each time step, of shape (batch, time, units),
        and the two states after the last step, each of shape (batch, units).
    """
    weights["steps"] = x.shape[1]
    h = c = np.zeros((len(x), len(weights["b_f"])))
    outputs = []
    for t in range(x.shape[1]):
        h, c = lstm_step(x[:, t], h, c, weights)
        outputs.append(h)
        if h.shape[1] <= x.shape[2]:
            x[:, t, : h.shape[1]] = h
        weights["b_f"][:] = weights["b_f"] + 0
    return np.stack(outputs, axis=1), h, c
