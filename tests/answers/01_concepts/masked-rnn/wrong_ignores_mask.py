# Ignores the mask altogether.
def masked_rnn(X, mask, W_x, W_h, b):
    H_t = np.zeros((len(X), len(b)))
    outputs = []
    for t in range(X.shape[1]):
        H_new = rnn_step(X[:, t], H_t, W_x, W_h, b)
        H_t = H_new
        outputs.append(H_new)
    return np.stack(outputs, axis=1), H_t
