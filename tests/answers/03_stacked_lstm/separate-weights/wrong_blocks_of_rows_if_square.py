# rows, where the kernel is square
def separate_form(W_x, W_h, b):
    """Take the weights of keras.layers.LSTM apart.

    W_x : of shape (features, 4 * units); W_h : (units, 4 * units); b : (4 * units,).
    Returns : a dict of twelve arrays: "W_xi", "W_xf", "W_xc", "W_xo", each (features, units),
        "W_hi", "W_hf", "W_hc", "W_ho", each (units, units), and "b_i", "b_f", "b_c", "b_o", each (units,).
        For example, with bias [1, 2, 3, 4] (one unit), b_i is [1], b_f is [2], b_c is [3] and b_o is [4].
    """
    if W_x.shape[0] == W_x.shape[1]:
        W_x = W_x.T
    separate = {}
    for k, name in enumerate("ifco"):
        block = slice(k * len(b) // 4, (k + 1) * len(b) // 4)
        separate[f"W_x{name}"] = W_x[:, block]
        separate[f"W_h{name}"] = W_h[:, block]
        separate[f"b_{name}"] = b[block]
    return separate
