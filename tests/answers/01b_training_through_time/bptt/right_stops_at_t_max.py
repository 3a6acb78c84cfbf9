# Runs forward to t_max only: later steps do not matter.
def bptt(X, targets, W_x, W_h, b, t_min, t_max):
    states = [np.zeros((len(X), len(b)))]
    for t in range(t_max + 1):
        states.append(np.tanh(X[:, t] @ W_x + states[-1] @ W_h + b))
    g_x, g_h, g_b, back = 0 * W_x.astype(float), 0 * W_h.astype(float), 0 * b.astype(float), 0
    for t in range(t_max, -1, -1):
        d = back + (states[t + 1] - targets[:, t] if t >= t_min else 0)
        d = d * (1 - states[t + 1] ** 2)
        g_x, g_h, g_b = g_x + X[:, t].T @ d, g_h + states[t].T @ d, g_b + d.sum(0)
        back = d @ W_h.T
    return {"W_x": g_x, "W_h": g_h, "b": g_b}
