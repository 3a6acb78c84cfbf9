# One backward pass for each piece.
def truncated_bptt(X, targets, W_x, W_h, b, k):
    H = rnn_layer(X, W_x, W_h, b)
    before = np.concatenate([np.zeros((len(X), 1, len(b))), H[:, :-1]], axis=1)
    total = {"W_x": 0 * W_x, "W_h": 0 * W_h, "b": 0 * b}
    for start in range(0, X.shape[1], k):
        back = 0
        for t in range(min(start + k, X.shape[1]) - 1, start - 1, -1):
            d = (back + H[:, t] - targets[:, t]) * (1 - H[:, t] ** 2)
            total = {
                "W_x": total["W_x"] + X[:, t].T @ d,
                "W_h": total["W_h"] + before[:, t].T @ d,
                "b": total["b"] + d.sum(0),
            }
            back = d @ W_h.T
    return total
