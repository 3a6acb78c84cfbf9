# Tanh from exp is NaN for large inputs. Breaks "The output of a real step is the new state" (tanh(...)).
def masked_rnn(X, mask, W_x, W_h, b):
    h, outputs = np.zeros((len(X), len(b))), []
    for t in range(X.shape[1]):
        z = X[:, t] @ W_x + h @ W_h + b
        new = (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1)
        h = np.where(mask[:, t, None], new, h)
        outputs.append(np.where(mask[:, t, None], h, 0))
    return np.stack(outputs, axis=1), h
