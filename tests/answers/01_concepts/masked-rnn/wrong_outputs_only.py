# Gives the outputs alone.
def masked_rnn(X, mask, W_x, W_h, b):
    h, outputs = np.zeros((len(X), len(b))), []
    for t in range(X.shape[1]):
        new = np.tanh(X[:, t] @ W_x + h @ W_h + b)
        h = np.where(mask[:, t, None], new, h)
        outputs.append(np.where(mask[:, t, None], new, 0))
    return np.stack(outputs, axis=1)
