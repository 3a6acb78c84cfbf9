# tensors by tf.concat
def concatenated_form(separate):
    """Join the separate matrices into those of the concatenated form.

    separate : the dict of twelve arrays of exercise 4.
    Returns : the dict of eight arrays that lstm_step reads: "W_f", "W_i", "W_c", "W_o", each of shape
        (units + features, units), and "b_f", "b_i", "b_c", "b_o", each of shape (units,).
    """
    weights = {}
    for name in "fico":
        letter = name.replace("c", "c")
        weights["W_" + name] = tf.concat([separate["W_h" + letter], separate["W_x" + letter]], axis=0)
        weights["b_" + name] = tf.constant(separate["b_" + letter])
    return weights
