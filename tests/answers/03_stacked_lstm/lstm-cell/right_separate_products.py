# splits each matrix in place of joining the inputs
def lstm_step(x_t, h_prev, c_prev, weights):
    """One time step of an LSTM, in the concatenated form.

    x_t : the current input, of shape (batch, features).
    h_prev, c_prev : the short-term and the long-term state before the step, each of shape (batch, units).
    weights : a dict with "W_f", "W_i", "W_c", "W_o", each of shape (units + features, units),
        and "b_f", "b_i", "b_c", "b_o", each of shape (units,).
    Returns : h_t, c_t, each of shape (batch, units).
        For example, with all weights 0 every gate is half open and the candidate is 0: c_t is c_prev / 2.
    """
    units = h_prev.shape[1]
    z = {n: h_prev @ weights["W_" + n][:units] + x_t @ weights["W_" + n][units:] + weights["b_" + n] for n in "fico"}
    s = {n: 1 / (1 + np.exp(-z[n])) for n in "fio"}
    c_t = s["f"] * c_prev + s["i"] * np.tanh(z["c"])
    return s["o"] * np.tanh(c_t), c_t
