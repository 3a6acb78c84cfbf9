# Exp(z) / (1 + exp(z)) is NaN for large scores; breaks "The scores can have any size"
def lstm_step(x_t, h_prev, c_prev, weights):
    def sigmoid(z):
        return np.exp(z) / (1 + np.exp(z))

    hx = np.concatenate([h_prev, x_t], axis=1)
    f = sigmoid(hx @ weights["W_f"] + weights["b_f"])
    i = sigmoid(hx @ weights["W_i"] + weights["b_i"])
    candidate = np.tanh(hx @ weights["W_c"] + weights["b_c"])
    o = sigmoid(hx @ weights["W_o"] + weights["b_o"])
    c_t = f * c_prev + i * candidate
    h_t = o * np.tanh(c_t)
    return h_t, c_t
