# Adds the memory outside tanh.
def rnn_step(X_t, H_prev, W_x, W_h, b):
    return np.tanh(X_t @ W_x + b) + H_prev @ W_h
