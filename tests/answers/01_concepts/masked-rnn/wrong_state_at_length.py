# Takes the output at step (number of real steps - 1): wrong with masked steps in the middle.
def masked_rnn(X, mask, W_x, W_h, b):
    H_t = np.zeros((len(X), len(b)))
    outputs = []
    for t in range(X.shape[1]):
        real = mask[:, t, None]
        H_new = rnn_step(X[:, t], H_t, W_x, W_h, b)
        H_t = np.where(real, H_new, H_t)
        outputs.append(np.where(real, H_new, 0))
    outputs = np.stack(outputs, axis=1)
    count = mask.sum(axis=1)
    final = outputs[np.arange(len(X)), np.maximum(count - 1, 0)] * (count > 0)[:, None]
    return outputs, final
