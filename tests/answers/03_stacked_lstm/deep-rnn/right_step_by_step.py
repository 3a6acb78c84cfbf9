# all layers at each time step
def deep_rnn(x, cells):
    """Run a stack of tanh layers over sequences, from states of zeros.

    x : inputs of shape (batch, time, features).
    cells : one list [W_x, W_h, b] per layer, from the input on: W_x of shape (n, units) for the n numbers that
        come from below, W_h of shape (units, units), b of shape (units,).
    Returns : outputs, state: the states of the top layer at each time step, of shape (batch, time, top units),
        and the final states of all layers side by side, of shape (batch, all units together).
    """
    states = [np.zeros((len(x), len(b))) for _, _, b in cells]
    outputs = []
    for t in range(x.shape[1]):
        below = x[:, t]
        for k, (W_x, W_h, b) in enumerate(cells):
            states[k] = below = np.tanh(below @ W_x + states[k] @ W_h + b)
        outputs.append(below)
    return np.stack(outputs, axis=1), np.hstack(states)
