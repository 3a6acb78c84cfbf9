# no more than 100 time steps
def rnn_layer(X, W_x, W_h, b):
    H = np.zeros((X.shape[0], b.shape[0]))
    states = []
    for t in range(min(X.shape[1], 100)):
        H = np.tanh(X[:, t] @ W_x + H @ W_h + b)
        states.append(H)
    return np.stack(states, axis=1)
