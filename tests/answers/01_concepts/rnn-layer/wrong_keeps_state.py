# Starts a second call from the last state of the first.
last = {}


def rnn_layer(X, W_x, W_h, b):
    h = last.get((len(X), len(b)), np.zeros((len(X), len(b))))
    states = []
    for t in range(X.shape[1]):
        h = np.tanh(X[:, t] @ W_x + h @ W_h + b)
        states.append(h)
    last[len(X), len(b)] = h
    return np.stack(states, axis=1)
