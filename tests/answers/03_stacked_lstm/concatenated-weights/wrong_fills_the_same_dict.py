# puts the new arrays into the dict that it is given
def concatenated_form(separate):
    """Join the separate matrices into those of the concatenated form.

    separate : the dict of twelve arrays of exercise 4.
    Returns : the dict of eight arrays that lstm_step reads: "W_f", "W_i", "W_c", "W_o", each of shape
        (units + features, units), and "b_f", "b_i", "b_c", "b_o", each of shape (units,).
    """
    weights = separate
    for name in "fico":
        weights[f"W_{name}"] = np.concatenate([separate[f"W_h{name}"], separate[f"W_x{name}"]])
        weights[f"b_{name}"] = separate[f"b_{name}"]
    return {name: weights[name] for kind in "Wb" for name in [f"{kind}_{letter}" for letter in "fico"]}
