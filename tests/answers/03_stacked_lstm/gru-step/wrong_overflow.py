# Exp(a) / (1 + exp(a)) is NaN for large scores; breaks "sigma; The scores can have any size"
def gru_step(x_t, h_prev, W_x, W_h, b):
    def sigmoid(a):
        return np.exp(a) / (1 + np.exp(a))

    units = h_prev.shape[1]
    x_part = x_t @ W_x + b[0]
    h_part = h_prev @ W_h + b[1]
    z = sigmoid(x_part[:, :units] + h_part[:, :units])
    r = sigmoid(x_part[:, units:2 * units] + h_part[:, units:2 * units])
    candidate = np.tanh(x_part[:, 2 * units:] + r * h_part[:, 2 * units:])
    return z * h_prev + (1 - z) * candidate
