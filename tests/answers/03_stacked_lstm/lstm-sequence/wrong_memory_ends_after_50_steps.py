# c starts from zeros at each step after the 50th
def lstm_layer(x, weights):
    units = len(weights["b_f"])
    h = np.zeros((x.shape[0], units))
    c = np.zeros((x.shape[0], units))
    outputs = []
    for t in range(x.shape[1]):
        h, c = lstm_step(x[:, t], h, c, weights)
        outputs.append(h)
        if t >= 50:
            c = np.zeros_like(c)
    return np.stack(outputs, axis=1), h, c
