# float64
def initial_weights(n_inputs, n_hidden, n_classes, seed):
    """Draw the weights of the classifier.

    seed : a whole number, 0 or larger. The same seed gives the same weights.
    Returns : [W_x, W_h, b, W_out, b_out], with the shapes (n_inputs, 4 * n_hidden),
        (n_hidden, 4 * n_hidden), (4 * n_hidden,), (n_hidden, n_classes) and (n_classes,), all float32.
    """
    rng = np.random.default_rng(seed)
    weights = []
    for rows in (n_inputs, n_hidden):
        a = np.sqrt(6 / (rows + 4 * n_hidden))
        weights.append(rng.uniform(-a, a, size=(rows, 4 * n_hidden)))
    weights.append(initial_bias(n_hidden))
    weights.append(rng.normal(size=(n_hidden, n_classes)))
    weights.append(rng.normal(size=n_classes))
    return [array for array in weights]
