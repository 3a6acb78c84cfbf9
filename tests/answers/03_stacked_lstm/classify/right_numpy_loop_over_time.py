# indexes the time steps and splits by hand
def classify(x, weights):
    """The logits of the classifier.

    x : float32 of shape (batch, time, n_inputs).
    weights : [kernel, recurrent_kernel, bias, W_out, b_out].
    Returns : logits, a tensor of shape (batch, n_classes).
        For example, when W_out is 0 every row is b_out.
    """
    kernel, recurrent_kernel, bias, W_out, b_out = (tf.convert_to_tensor(array) for array in weights)
    x = tf.convert_to_tensor(x)
    n = recurrent_kernel.shape[0]
    h, c = tf.zeros((x.shape[0], n)), tf.zeros((x.shape[0], n))
    for t in range(x.shape[1]):
        z = tf.matmul(x[:, t], kernel) + tf.matmul(h, recurrent_kernel) + bias
        c = tf.sigmoid(z[:, n : 2 * n]) * c + tf.sigmoid(z[:, :n]) * tf.tanh(z[:, 2 * n : 3 * n])
        h = tf.sigmoid(z[:, 3 * n :]) * tf.tanh(c)
    return tf.matmul(h, W_out) + b_out
