# TensorFlow in float32
def gru_step(x_t, h_prev, kernel, recurrent_kernel, bias):
    """One time step of a GRU, as keras.layers.GRU does it by default.

    x_t : the current input, of shape (batch, features); h_prev : the state before the step, (batch, units).
    kernel : of shape (features, 3 * units); recurrent_kernel : (units, 3 * units); bias : (2, 3 * units).
    Returns : h_t, of shape (batch, units).
        For example, with all weights 0 both gates are half open and the candidate is 0: h_t is h_prev / 2.
    """
    x_t, h, K, R, b = (tf.cast(a, tf.float32) for a in (x_t, h_prev, kernel, recurrent_kernel, bias))
    a_z, a_r, a_h = tf.split(x_t @ K + b[0], 3, axis=1)
    s_z, s_r, s_h = tf.split(h @ R + b[1], 3, axis=1)
    z, r = tf.sigmoid(a_z + s_z), tf.sigmoid(a_r + s_r)
    return h + (1 - z) * (tf.tanh(a_h + r * s_h) - h)
