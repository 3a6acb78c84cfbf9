# sigmoid in place of tanh.
def rnn_step(X_t, H_prev, W_x, W_h, b):
    return 1 / (1 + np.exp(-(X_t @ W_x + H_prev @ W_h + b)))
