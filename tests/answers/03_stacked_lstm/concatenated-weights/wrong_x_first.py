# puts the rows for x on top
def concatenated_form(separate):
    """Join the separate matrices into those of the concatenated form.

    separate : the dict of twelve arrays of exercise 4.
    Returns : the dict of eight arrays that lstm_step reads: "W_f", "W_i", "W_c", "W_o", each of shape
        (units + features, units), and "b_f", "b_i", "b_c", "b_o", each of shape (units,).
    """
    weights = {}
    for name, letter in {"f": "f", "i": "i", "c": "c", "o": "o"}.items():
        weights[f"W_{name}"] = np.concatenate([separate[f"W_x{letter}"], separate[f"W_h{letter}"]])
        weights[f"b_{name}"] = separate[f"b_{letter}"]
    return weights
