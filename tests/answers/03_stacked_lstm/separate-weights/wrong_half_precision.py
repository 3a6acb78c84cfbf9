# the arrays are stored in float16
def separate_form(W_x, W_h, b):
    """Take the weights of keras.layers.LSTM apart."""
    units = W_h.shape[0]
    parts = {}
    for k, name in enumerate("ifco"):
        columns = slice(k * units, (k + 1) * units)
        parts["W_x" + name] = W_x[:, columns].astype("float16")
        parts["W_h" + name] = W_h[:, columns].astype("float16")
        parts["b_" + name] = b[columns].astype("float16")
    return parts
