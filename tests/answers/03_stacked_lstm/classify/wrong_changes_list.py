# turns the list of weights that it is given into tensors
def classify(x, weights):
    """The logits of the classifier.

    x : float32 of shape (batch, time, n_inputs).
    weights : [W_x, W_h, b, W_out, b_out], arrays, tensors or variables.
    Returns : the logits, a tensor of TensorFlow of shape (batch, n_classes).
        For example, when W_out is 0 every row is b_out.
    """
    for place, array in enumerate(weights):
        weights[place] = 1.0 * tf.convert_to_tensor(array)
    weights.append(None)
    weights = weights[:5]
    W_x, W_h, b, W_out, b_out = weights
    h = c = tf.zeros((x.shape[0], W_h.shape[0]))
    for x_t in tf.unstack(x, axis=1):
        i, f, candidate, o = tf.split(x_t @ W_x + h @ W_h + b, 4, axis=1)
        c = tf.sigmoid(f) * c + tf.sigmoid(i) * tf.tanh(candidate)
        h = tf.sigmoid(o) * tf.tanh(c)
    return h @ W_out + b_out
