# With TensorFlow.
def rnn_step(X_t, H_prev, W_x, W_h, b):
    return tf.tanh(tf.matmul(X_t, W_x) + tf.matmul(H_prev, W_h) + b)
