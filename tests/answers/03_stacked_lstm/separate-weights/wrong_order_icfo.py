# takes the order i c f o, of TensorFlow 1
def separate_form(kernel, recurrent_kernel, bias):
    """Take the weights of keras.layers.LSTM apart.

    kernel : of shape (features, 4 * units); recurrent_kernel : (units, 4 * units); bias : (4 * units,).
    Returns : a dict of twelve arrays: "W_xi", "W_xf", "W_xo", "W_xc", each (features, units),
        "W_hi", "W_hf", "W_ho", "W_hc", each (units, units), and "b_i", "b_f", "b_o", "b_c", each (units,).
        For example, with bias [1, 2, 3, 4] (one unit), b_i is [1], b_f is [2], b_c is [3] and b_o is [4].
    """
    separate = {}
    for k, name in enumerate("icfo"):
        block = slice(k * len(bias) // 4, (k + 1) * len(bias) // 4)
        separate[f"W_x{name}"] = kernel[:, block]
        separate[f"W_h{name}"] = recurrent_kernel[:, block]
        separate[f"b_{name}"] = bias[block]
    return separate
