# Tanh from exp is NaN for large inputs. Breaks "tanh(X_t W_x + H_{t-1} W_h + b)".
def rnn_layer(X, W_x, W_h, b):
    def tanh(z):
        return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))

    H, states = np.zeros((len(X), len(b))), []
    for x in np.swapaxes(X, 0, 1):
        H = tanh(x @ W_x + H @ W_h + b)
        states.append(H)
    return np.stack(states, axis=1)
