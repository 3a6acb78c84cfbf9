# With TensorFlow.
def neuron_step(x_t, y_prev, w_x, w_y, b):
    return tf.tanh(tf.reduce_sum(tf.cast(x_t, tf.float32) * tf.cast(w_x, tf.float32)) + y_prev * w_y + b)
