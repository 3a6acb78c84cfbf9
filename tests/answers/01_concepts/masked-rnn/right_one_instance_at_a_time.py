# Picks the real steps of each sequence.
def masked_rnn(X, mask, W_x, W_h, b):
    outputs, final = np.zeros((len(X), X.shape[1], len(b))), np.zeros((len(X), len(b)))
    for i in range(len(X)):
        if mask[i].any():
            states = rnn_layer(X[i : i + 1, mask[i]], W_x, W_h, b)[0]
            outputs[i, mask[i]] = states
            final[i] = states[-1]
    return outputs, final
