# tensors, and one joined matrix per layer
def deep_rnn(x, cells):
    """Run a stack of tanh layers over sequences, from states of zeros.

    x : inputs of shape (batch, time, features).
    cells : one list [W_x, W_h, b] per layer, from the input on: W_x of shape (n, units) for the n numbers that
        come from below, W_h of shape (units, units), b of shape (units,).
    Returns : outputs, state: the states of the top layer at each time step, of shape (batch, time, top units),
        and the final states of all layers side by side, of shape (batch, all units together).
    """
    below, finals = tf.cast(x, tf.float32), []
    for W_x, W_h, b in cells:
        W = tf.cast(tf.concat([W_x, W_h], axis=0), tf.float32)
        h, rows = tf.zeros((below.shape[0], b.shape[0])), []
        for x_t in tf.unstack(below, axis=1):
            h = tf.tanh(tf.concat([x_t, h], axis=1) @ W + tf.cast(b, tf.float32))
            rows.append(h)
        below = tf.stack(rows, axis=1)
        finals.append(h)
    return [below, tf.concat(finals, axis=-1)]
