# one product for all four layers, and a list in place of a tuple
def lstm_step(x_t, h_prev, c_prev, weights):
    """One time step of an LSTM, in the concatenated form.

    x_t : the current input, of shape (batch, features).
    h_prev, c_prev : the short-term and the long-term state before the step, each of shape (batch, units).
    weights : a dict with "W_f", "W_i", "W_c", "W_o", each of shape (units + features, units),
        and "b_f", "b_i", "b_c", "b_o", each of shape (units,).
    Returns : h_t, c_t, each of shape (batch, units).
        For example, with all weights 0 every gate is half open and the candidate is 0: c_t is c_prev / 2.
    """
    names = ["f", "i", "c", "o"]
    W = np.concatenate([weights["W_" + n] for n in names], axis=1)
    b = np.concatenate([weights["b_" + n] for n in names])
    f, i, C, o = np.split(np.hstack((h_prev, x_t)) @ W + b, 4, axis=1)
    c_t = gate(f, c_prev) + gate(i, np.tanh(C))
    return [gate(o, np.tanh(c_t)), c_t]
