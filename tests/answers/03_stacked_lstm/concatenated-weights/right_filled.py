# fills an array row by row
def concatenated_form(separate):
    """Join the separate matrices into those of the concatenated form.

    separate : the dict of twelve arrays of exercise 4.
    Returns : the dict of eight arrays that lstm_step reads: "W_f", "W_i", "W_c", "W_o", each of shape
        (units + features, units), and "b_f", "b_i", "b_c", "b_o", each of shape (units,).
    """
    weights = {}
    for name, letter in [("o", "o"), ("c", "c"), ("i", "i"), ("f", "f")]:
        W_h, W_x = np.asarray(separate["W_h" + letter]), np.asarray(separate["W_x" + letter])
        W = np.empty((len(W_h) + len(W_x), W_h.shape[1]))
        W[: len(W_h)], W[len(W_h) :] = W_h, W_x
        weights["W_" + name], weights["b_" + name] = W, np.array(separate["b_" + letter])
    return weights
