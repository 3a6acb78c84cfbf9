# TensorFlow's stateless draws
def initial_weights(n_inputs, n_hidden, n_classes, seed):
    """Draw the weights of the classifier.

    seed : a whole number: the same seed gives the same weights.
    Returns : [kernel, recurrent_kernel, bias, W_out, b_out], of the shapes (n_inputs, 4 * n_hidden),
        (n_hidden, 4 * n_hidden), (4 * n_hidden,), (n_hidden, n_classes) and (n_classes,), all float32.
    """
    def uniform(rows, salt):
        a = (6 / (rows + 4 * n_hidden)) ** 0.5
        return tf.random.stateless_uniform((rows, 4 * n_hidden), [seed, salt], -a, a)

    bias = tf.concat([tf.zeros(n_hidden), tf.ones(n_hidden), tf.zeros(2 * n_hidden)], axis=0)
    W_out = tf.random.stateless_normal((n_hidden, n_classes), [seed, 3])
    return [uniform(n_inputs, 1), uniform(n_hidden, 2), bias, W_out, tf.random.stateless_normal((n_classes,), [seed, 4])]
