# written out with np.vstack
def concatenated_form(separate):
    """Join the separate matrices into those of the concatenated form.

    separate : the dict of twelve arrays of exercise 4.
    Returns : the dict of eight arrays that lstm_step reads: "W_f", "W_i", "W_c", "W_o", each of shape
        (units + features, units), and "b_f", "b_i", "b_c", "b_o", each of shape (units,).
    """
    s = separate
    return {
        "W_f": np.vstack([s["W_hf"], s["W_xf"]]), "b_f": s["b_f"],
        "W_i": np.vstack([s["W_hi"], s["W_xi"]]), "b_i": s["b_i"],
        "W_c": np.vstack([s["W_hc"], s["W_xc"]]), "b_c": s["b_c"],
        "W_o": np.vstack([s["W_ho"], s["W_xo"]]), "b_o": s["b_o"],
    }
