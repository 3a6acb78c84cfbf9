# An instance at a time.
def rnn_step(X_t, H_prev, W_x, W_h, b):
    return [np.tanh(W_x.T @ x + W_h.T @ h + b) for x, h in zip(X_t, H_prev, strict=True)]
