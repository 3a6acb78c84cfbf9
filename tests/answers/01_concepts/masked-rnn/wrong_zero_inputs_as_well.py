# Takes a zero input for padding, besides the mask.
def masked_rnn(X, mask, W_x, W_h, b):
    H_t = np.zeros((len(X), len(b)))
    outputs = []
    for t in range(X.shape[1]):
        real = mask[:, t, None] & np.any(X[:, t] != 0, axis=1)[:, None]
        H_new = rnn_step(X[:, t], H_t, W_x, W_h, b)
        H_t = np.where(real, H_new, H_t)
        outputs.append(np.where(real, H_new, 0))
    return np.stack(outputs, axis=1), H_t
