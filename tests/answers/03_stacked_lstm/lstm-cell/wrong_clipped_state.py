# the cell state is clipped to -20 ... 20
def lstm_step(x_t, h_prev, c_prev, weights):
    """One time step of an LSTM, in the concatenated form."""

    def sigmoid(z):
        return 1 / (1 + np.exp(-z))

    hx = np.concatenate([h_prev, x_t], axis=1)
    f = sigmoid(hx @ weights["W_f"] + weights["b_f"])
    i = sigmoid(hx @ weights["W_i"] + weights["b_i"])
    candidate = np.tanh(hx @ weights["W_c"] + weights["b_c"])
    o = sigmoid(hx @ weights["W_o"] + weights["b_o"])
    c_t = np.clip(f * c_prev + i * candidate, -20, 20)
    h_t = o * np.tanh(c_t)
    return h_t, c_t
