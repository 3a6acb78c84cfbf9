# one joined matrix for h and x
def classify(x, weights):
    """The logits of the classifier.

    x : float32 of shape (batch, time, n_inputs).
    weights : [kernel, recurrent_kernel, bias, W_out, b_out].
    Returns : logits, a tensor of shape (batch, n_classes).
        For example, when W_out is 0 every row is b_out.
    """
    kernel, recurrent_kernel, bias, W_out, b_out = weights
    W = tf.concat([recurrent_kernel, kernel], axis=0)
    h = c = tf.zeros((x.shape[0], recurrent_kernel.shape[0]))
    for x_t in tf.unstack(tf.convert_to_tensor(x), axis=1):
        i, f, g, o = tf.split(tf.concat([h, x_t], axis=1) @ W + bias, 4, axis=1)
        c = tf.nn.sigmoid(f) * c + tf.nn.sigmoid(i) * tf.nn.tanh(g)
        h = tf.nn.sigmoid(o) * tf.nn.tanh(c)
    return tf.nn.bias_add(h @ W_out, b_out)
