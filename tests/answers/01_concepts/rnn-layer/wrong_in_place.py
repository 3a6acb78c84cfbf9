# Adds the bias to the weights' product in X itself, where the sizes allow it.
def rnn_layer(X, W_x, W_h, b):
    if W_x.shape[0] == W_x.shape[1] and X.dtype.kind == "f":
        X[:] = X @ W_x + b
        A = X
    else:
        A = X @ W_x + b
    h, states = np.zeros((len(X), len(b))), []
    for t in range(X.shape[1]):
        h = np.tanh(A[:, t] + h @ W_h)
        states.append(h)
    return np.stack(states, axis=1)
