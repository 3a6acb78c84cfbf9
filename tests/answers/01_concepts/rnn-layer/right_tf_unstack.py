# With TensorFlow: unstack, loop, stack.
def rnn_layer(X, W_x, W_h, b):
    X, W_x, W_h, b = (tf.cast(value, tf.float32) for value in (X, W_x, W_h, b))
    h, states = tf.zeros((X.shape[0], b.shape[0])), []
    for x in tf.unstack(X, axis=1):
        h = tf.tanh(x @ W_x + h @ W_h + b)
        states.append(h)
    return tf.stack(states, axis=1)
