# the forget gate multiplies c_prev itself
def lstm_step(x_t, h_prev, c_prev, weights):
    """One time step of an LSTM, in the concatenated form.

    x_t : the current input, of shape (batch, features).
    h_prev, c_prev : the short-term and the long-term state before the step, each of shape (batch, units).
    weights : a dict with "W_f", "W_i", "W_c", "W_o", each of shape (units + features, units),
        and "b_f", "b_i", "b_c", "b_o", each of shape (units,).
    Returns : h_t, c_t, each of shape (batch, units).
        For example, with all weights 0 every gate is half open and the candidate is 0: c_t is c_prev / 2.
    """
    hx = np.concatenate([h_prev, x_t], axis=1)
    candidate = np.tanh(hx @ weights["W_c"] + weights["b_c"])
    c_prev *= 1 / (1 + np.exp(-(hx @ weights["W_f"] + weights["b_f"])))
    c_t = c_prev
    c_t = c_t + gate(hx @ weights["W_i"] + weights["b_i"], candidate)
    h_t = gate(hx @ weights["W_o"] + weights["b_o"], np.tanh(c_t))
    return h_t, c_t
