# With TensorFlow.
def neuron_step(x_t, h_prev, w_x, w_h, b):
    return tf.tanh(tf.reduce_sum(tf.cast(x_t, tf.float32) * tf.cast(w_x, tf.float32)) + h_prev * w_h + b)
