# With products of zeros and ones.
def masked_rnn(X, mask, W_x, W_h, b):
    m = np.asarray(mask, dtype="float64")[:, :, None]
    h, outputs = np.zeros((len(X), len(b))), np.zeros((len(X), X.shape[1], len(b)))
    for t in range(X.shape[1]):
        new = np.tanh(X[:, t] @ W_x + h @ W_h + b)
        h = m[:, t] * new + (1 - m[:, t]) * h
        outputs[:, t] = m[:, t] * new
    return outputs, h
