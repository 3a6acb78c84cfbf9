# goes on from the states of the call before
last = {}


def lstm_layer(x, weights):
    """Run an LSTM over sequences, starting from states of zeros.

    x : inputs of shape (batch, time, features).
    weights : the dict of exercise 2.
    Returns : outputs, h, c. They are the short-term state of each time step, of shape (batch, time, units),
        and the two states after the last step, each of shape (batch, units).
    """
    shape = (len(x), len(weights["b_f"]))
    h, c = last.get(shape, (np.zeros(shape), np.zeros(shape)))
    outputs = []
    for t in range(x.shape[1]):
        h, c = lstm_step(x[:, t], h, c, weights)
        outputs.append(h)
    last[h.shape] = h, c
    return np.stack(outputs, axis=1), h, c
