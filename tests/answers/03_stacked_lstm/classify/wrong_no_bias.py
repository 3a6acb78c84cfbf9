# leaves out the LSTM's bias
def classify(x, weights):
    """The logits of the classifier.

    x : float32 of shape (batch, time, n_inputs).
    weights : [kernel, recurrent_kernel, bias, W_out, b_out].
    Returns : logits, a tensor of shape (batch, n_classes).
        For example, when W_out is 0 every row is b_out.
    """
    kernel, recurrent_kernel, bias, W_out, b_out = weights
    h = c = tf.zeros((x.shape[0], recurrent_kernel.shape[0]))
    for x_t in tf.unstack(x, axis=1):
        i, f, g, o = tf.split(x_t @ kernel + h @ recurrent_kernel, 4, axis=1)
        c = tf.sigmoid(f) * c + tf.sigmoid(i) * tf.tanh(g)
        h = tf.sigmoid(o) * tf.tanh(c)
    return h @ W_out + b_out
