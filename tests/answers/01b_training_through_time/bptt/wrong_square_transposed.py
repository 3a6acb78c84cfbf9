# Transposes W_x's gradient where it is square.
def bptt(X, targets, W_x, W_h, b, t_min, t_max):
    H = rnn_layer(X, W_x, W_h, b)
    g = {"W_x": np.zeros(W_x.shape), "W_h": np.zeros(W_h.shape), "b": np.zeros(b.shape)}
    back = np.zeros(H[:, 0].shape)
    for t in reversed(range(X.shape[1])):
        d = (back + (H[:, t] - targets[:, t]) * (t_min <= t <= t_max)) * (1 - H[:, t] ** 2)
        g["W_x"] += X[:, t].T @ d if X.shape[2] != len(b) else d.T @ X[:, t]
        g["b"] += d.sum(axis=0)
        g["W_h"] += H[:, t - 1].T @ d if t else 0
        back = d @ W_h.T
    return g
