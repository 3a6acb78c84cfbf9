# gives the outputs of a single layer twice
def deep_rnn(x, cells):
    """Run a stack of tanh layers over sequences, starting from states of zeros.

    x : inputs of shape (batch, time, features).
    cells : one list [W_x, W_h, b] per layer, for one layer or more, starting at the input: W_x of shape (n, units) for the n numbers that
        come from the layer below, W_h of shape (units, units), b of shape (units,).
    Returns : outputs, state. They are the states of the top layer at each time step, of shape (batch, time, top units),
        and the final states of all layers side by side, of shape (batch, all units together).
    """
    states = []
    for W_x, W_h, b in cells:
        h = np.zeros((x.shape[0], len(b)))
        outputs = []
        for t in range(x.shape[1]):
            h = np.tanh(x[:, t] @ W_x + h @ W_h + b)
            outputs.append(h)
        x = np.stack(outputs, axis=1)
        states.append(h)
    if len(states) == 1:
        states = states * 2
    return x, np.concatenate(states, axis=1)
