# By recursion.
def rnn_layer(X, W_x, W_h, b):
    if X.shape[1] == 0:
        return np.zeros((len(X), 0, len(b)))
    before = rnn_layer(X[:, :-1], W_x, W_h, b)
    H_prev = before[:, -1] if X.shape[1] > 1 else np.zeros((len(X), len(b)))
    now = np.tanh(X[:, -1] @ W_x + H_prev @ W_h + b)
    return np.concatenate([before, now[:, None]], axis=1)
