# reshapes to (n, 4, units)
def separate_form(kernel, recurrent_kernel, bias):
    """Take the weights of keras.layers.LSTM apart.

    kernel : of shape (features, 4 * units); recurrent_kernel : (units, 4 * units); bias : (4 * units,).
    Returns : a dict of twelve arrays: "W_xi", "W_xf", "W_xo", "W_xc", each (features, units),
        "W_hi", "W_hf", "W_ho", "W_hc", each (units, units), and "b_i", "b_f", "b_o", "b_c", each (units,).
        For example, with bias [1, 2, 3, 4] (one unit), b_i is [1], b_f is [2], b_c is [3] and b_o is [4].
    """
    units = recurrent_kernel.shape[0]
    K, R = kernel.reshape(-1, 4, units), recurrent_kernel.reshape(units, 4, units)
    b = bias.reshape(4, units)
    place = {"i": 0, "f": 1, "o": 3, "c": 2}
    out = {"W_x" + n: K[:, k] for n, k in place.items()}
    out.update({"W_h" + n: R[:, k] for n, k in place.items()})
    out.update({"b_" + n: b[k] for n, k in place.items()})
    return out
