# np.split
def separate_form(kernel, recurrent_kernel, bias):
    """Take the weights of keras.layers.LSTM apart.

    kernel : of shape (features, 4 * units); recurrent_kernel : (units, 4 * units); bias : (4 * units,).
    Returns : a dict of twelve arrays: "W_xi", "W_xf", "W_xo", "W_xc", each (features, units),
        "W_hi", "W_hf", "W_ho", "W_hc", each (units, units), and "b_i", "b_f", "b_o", "b_c", each (units,).
        For example, with bias [1, 2, 3, 4] (one unit), b_i is [1], b_f is [2], b_c is [3] and b_o is [4].
    """
    separate = {}
    for prefix, array in (("W_x", kernel), ("W_h", recurrent_kernel), ("b_", bias)):
        i, f, g, o = np.split(array, 4, axis=-1)
        separate |= {prefix + "i": i, prefix + "f": f, prefix + "c": g, prefix + "o": o}
    return separate
