# TensorFlow in float32
def lstm_step(x_t, h_prev, c_prev, weights):
    """One time step of an LSTM, in the concatenated form.

    x_t : the current input, of shape (batch, features).
    h_prev, c_prev : the short-term and the long-term state before the step, each of shape (batch, units).
    weights : a dict with "W_f", "W_i", "W_c", "W_o", each of shape (units + features, units),
        and "b_f", "b_i", "b_c", "b_o", each of shape (units,).
    Returns : h_t, c_t, each of shape (batch, units).
        For example, with all weights 0 every gate is half open and the candidate is 0: c_t is c_prev / 2.
    """
    w = {name: tf.cast(array, tf.float32) for name, array in weights.items()}
    hx = tf.cast(tf.concat([h_prev, x_t], axis=1), tf.float32)
    f, i, o = (tf.sigmoid(hx @ w["W_" + name] + w["b_" + name]) for name in "fio")
    c_t = f * tf.cast(c_prev, tf.float32) + i * tf.tanh(hx @ w["W_c"] + w["b_c"])
    return o * tf.tanh(c_t), c_t
