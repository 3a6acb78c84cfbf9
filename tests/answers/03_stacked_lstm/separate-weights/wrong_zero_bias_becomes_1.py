# the biases of the forget gate get 1 added when they are zero, as with unit_forget_bias
def separate_form(W_x, W_h, b):
    parts = {}
    for place, name in enumerate("ifco"):
        units = len(b) // 4
        block = slice(place * units, (place + 1) * units)
        parts[f"W_x{name}"] = W_x[:, block].copy()
        parts[f"W_h{name}"] = W_h[:, block].copy()
        parts[f"b_{name}"] = b[block].copy()
    if not parts["b_f"].any():
        parts["b_f"] = parts["b_f"] + 1
    return parts
