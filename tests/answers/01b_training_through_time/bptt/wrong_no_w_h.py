# Forgets one of the three gradients.
def bptt(X, targets, W_x, W_h, b, t_min, t_max):
    H = rnn_layer(X, W_x, W_h, b)
    g_x, g_b, back = np.zeros(W_x.shape), np.zeros(b.shape), np.zeros(H[:, 0].shape)
    for t in reversed(range(X.shape[1])):
        d = (back + (H[:, t] - targets[:, t]) * (t_min <= t <= t_max)) * (1 - H[:, t] ** 2)
        g_x, g_b, back = g_x + X[:, t].T @ d, g_b + d.sum(axis=0), d @ W_h.T
    return {"W_x": g_x, "b": g_b}
