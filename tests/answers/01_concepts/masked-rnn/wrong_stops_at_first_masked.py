# Ends each sequence at its first masked step.
def masked_rnn(X, mask, W_x, W_h, b):
    H_t = np.zeros((len(X), len(b)))
    outputs = []
    mask = np.cumprod(mask, axis=1).astype(bool)
    for t in range(X.shape[1]):
        real = mask[:, t, None]
        H_new = rnn_step(X[:, t], H_t, W_x, W_h, b)
        H_t = np.where(real, H_new, H_t)
        outputs.append(np.where(real, H_new, 0))
    return np.stack(outputs, axis=1), H_t
