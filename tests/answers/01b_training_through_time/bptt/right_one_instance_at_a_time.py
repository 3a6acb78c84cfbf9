# Sums over the instances.
def bptt(X, targets, W_x, W_h, b, t_min, t_max):
    total = {"W_x": 0.0, "W_h": 0.0, "b": 0.0}
    for x, goal in zip(X, targets, strict=True):
        h = [np.zeros(len(b))]
        for x_t in x:
            h.append(np.tanh(x_t @ W_x + h[-1] @ W_h + b))
        back = np.zeros(len(b))
        for t in range(len(x) - 1, -1, -1):
            d = (back + (h[t + 1] - goal[t]) * (t_min <= t <= t_max)) * (1 - h[t + 1] ** 2)
            total["W_x"] = total["W_x"] + np.outer(x[t], d)
            total["W_h"] = total["W_h"] + np.outer(h[t], d)
            total["b"] = total["b"] + d
            back = W_h @ d
    return total
