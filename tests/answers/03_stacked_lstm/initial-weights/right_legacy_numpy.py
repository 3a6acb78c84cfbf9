# NumPy's older generator, in another order
def initial_weights(n_inputs, n_hidden, n_classes, seed):
    """Draw the weights of the classifier.

    seed : a whole number: the same seed gives the same weights.
    Returns : [kernel, recurrent_kernel, bias, W_out, b_out], of the shapes (n_inputs, 4 * n_hidden),
        (n_hidden, 4 * n_hidden), (4 * n_hidden,), (n_hidden, n_classes) and (n_classes,), all float32.
    """
    draw = np.random.RandomState(seed)
    b_out, W_out = draw.randn(n_classes), draw.randn(n_hidden, n_classes)
    a_x, a_h = np.sqrt(6 / (n_inputs + 4 * n_hidden)), np.sqrt(6 / (n_hidden + 4 * n_hidden))
    kernel = a_x * (2 * draw.rand(n_inputs, 4 * n_hidden) - 1)
    recurrent_kernel = a_h * (2 * draw.rand(n_hidden, 4 * n_hidden) - 1)
    bias = np.r_[np.zeros(n_hidden), np.ones(n_hidden), np.zeros(2 * n_hidden)]
    return tuple(np.float32(array) for array in (kernel, recurrent_kernel, bias, W_out, b_out))
