# Keeps the outputs in the dtype of X.
def masked_rnn(X, mask, W_x, W_h, b):
    h, outputs = np.zeros((len(X), len(b))), np.zeros((len(X), X.shape[1], len(b)), dtype=X.dtype)
    for t in range(X.shape[1]):
        new = np.tanh(X[:, t] @ W_x + h @ W_h + b)
        h = np.where(mask[:, t, None], new, h)
        outputs[:, t] = np.where(mask[:, t, None], new, 0)
    return outputs, h
