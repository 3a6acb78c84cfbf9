# Pieces counted from the end of the sequence.
def truncated_bptt(X, targets, W_x, W_h, b, k):
    H = rnn_layer(X, W_x, W_h, b)
    gradients = {"W_x": np.zeros(W_x.shape), "W_h": np.zeros(W_h.shape), "b": np.zeros(b.shape)}
    dH_t = np.zeros(H[:, 0].shape)
    for t in reversed(range(X.shape[1])):
        dA_t = (dH_t + H[:, t] - targets[:, t]) * (1 - H[:, t] ** 2)
        gradients["W_x"] += X[:, t].T @ dA_t
        gradients["b"] += dA_t.sum(axis=0)
        if t > 0:
            gradients["W_h"] += H[:, t - 1].T @ dA_t
        dH_t = dA_t @ W_h.T if (X.shape[1] - t) % k else np.zeros(dA_t.shape)
    return gradients
