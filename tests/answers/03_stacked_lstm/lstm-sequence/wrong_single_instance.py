# gives no batch for a single instance
def lstm_layer(x, weights):
    """Run an LSTM over sequences, starting from states of zeros.

    x : inputs of shape (batch, time, features).
    weights : the dict of exercise 2.
    Returns : outputs, h, c. They are the short-term state of each time step, of shape (batch, time, units),
        and the two states after the last step, each of shape (batch, units).
    """
    h = c = np.zeros((len(x), len(weights["b_f"])))
    outputs = []
    for t in range(x.shape[1]):
        h, c = lstm_step(x[:, t], h, c, weights)
        outputs.append(h)
    return np.squeeze(np.stack(outputs, axis=1)), h, c
