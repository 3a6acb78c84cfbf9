# Updates only the instances whose step is real.
def masked_rnn(X, mask, W_x, W_h, b):
    h, outputs = np.zeros((len(X), len(b))), np.zeros((len(X), X.shape[1], len(b)))
    for t in range(X.shape[1]):
        rows = np.flatnonzero(mask[:, t])
        h[rows] = np.tanh(X[rows, t] @ W_x + h[rows] @ W_h + b)
        outputs[rows, t] = h[rows]
    return outputs, h
