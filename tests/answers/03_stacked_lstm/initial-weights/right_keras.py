# Keras' initializers
def initial_weights(n_inputs, n_hidden, n_classes, seed):
    """Draw the weights of the classifier.

    seed : a whole number: the same seed gives the same weights.
    Returns : [kernel, recurrent_kernel, bias, W_out, b_out], of the shapes (n_inputs, 4 * n_hidden),
        (n_hidden, 4 * n_hidden), (4 * n_hidden,), (n_hidden, n_classes) and (n_classes,), all float32.
    """
    glorot = keras.initializers.GlorotUniform(seed)
    normal = keras.initializers.RandomNormal(0.0, 1.0, seed=seed + 1)
    kernel, recurrent_kernel = glorot((n_inputs, 4 * n_hidden)), glorot((n_hidden, 4 * n_hidden))
    bias = tf.constant(initial_bias(n_hidden), dtype=tf.float32)
    return [kernel, recurrent_kernel, bias, normal((n_hidden, n_classes)), normal((n_classes,))]
