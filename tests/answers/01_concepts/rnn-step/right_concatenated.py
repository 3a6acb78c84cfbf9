# Input and state side by side, one matrix.
def rnn_step(X_t, H_prev, W_x, W_h, b):
    return np.tanh(np.concatenate([X_t, H_prev], axis=1) @ np.concatenate([W_x, W_h]) + b)
