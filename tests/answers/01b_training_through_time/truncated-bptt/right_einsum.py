# Collects all dA, then sums.
def truncated_bptt(X, targets, W_x, W_h, b, k):
    H = rnn_layer(X, W_x, W_h, b)
    dA = np.zeros_like(H)
    back = 0
    for t in range(X.shape[1] - 1, -1, -1):
        dA[:, t] = (H[:, t] - targets[:, t] + back) * (1 - H[:, t] ** 2)
        back = dA[:, t] @ W_h.T * (t % k > 0)
    return {
        "W_x": np.einsum("bti,btj->ij", X, dA),
        "W_h": np.einsum("bti,btj->ij", H[:, :-1], dA[:, 1:]),
        "b": dA.sum((0, 1)),
    }
