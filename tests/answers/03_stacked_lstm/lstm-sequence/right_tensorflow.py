# tensors in float32, without lstm_step
def lstm_layer(x, weights):
    """Run an LSTM over sequences, from states of zeros.

    x : inputs of shape (batch, time, features).
    weights : the dict of exercise 2.
    Returns : outputs, h, c: the short-term state of each time step, of shape (batch, time, units),
        and the two states after the last step, each of shape (batch, units).
    """
    w = {name: tf.cast(array, tf.float32) for name, array in weights.items()}
    x = tf.cast(x, tf.float32)
    h = c = tf.zeros((x.shape[0], w["b_f"].shape[0]))
    outputs = []
    for x_t in tf.unstack(x, axis=1):
        hx = tf.concat([h, x_t], axis=1)
        c = tf.sigmoid(hx @ w["W_f"] + w["b_f"]) * c + tf.sigmoid(hx @ w["W_i"] + w["b_i"]) * tf.tanh(hx @ w["W_c"] + w["b_c"])
        h = tf.sigmoid(hx @ w["W_o"] + w["b_o"]) * tf.tanh(c)
        outputs.append(h)
    return tf.stack(outputs, axis=1), h, c
