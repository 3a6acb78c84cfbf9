# sets the input gate's bias
def initial_weights(n_inputs, n_hidden, n_classes, seed):
    """Draw the weights of the classifier.

    seed : a whole number: the same seed gives the same weights.
    Returns : [kernel, recurrent_kernel, bias, W_out, b_out], of the shapes (n_inputs, 4 * n_hidden),
        (n_hidden, 4 * n_hidden), (4 * n_hidden,), (n_hidden, n_classes) and (n_classes,), all float32.
    """
    rng = np.random.default_rng(seed)
    weights = []
    for rows in (n_inputs, n_hidden):
        a = np.sqrt(6 / (rows + 4 * n_hidden))
        weights.append(rng.uniform(-a, a, size=(rows, 4 * n_hidden)))
    weights.append(np.repeat([1, 0, 0, 0], n_hidden))
    weights.append(rng.normal(size=(n_hidden, n_classes)))
    weights.append(rng.normal(size=n_classes))
    return [array.astype("float32") for array in weights]
