# puts variables into the list that is given
def classify(x, weights):
    for k, w in enumerate(weights):
        weights[k] = tf.Variable(w)
    W_x, W_h, b, W_out, b_out = weights
    units = W_h.shape[0]
    h = tf.zeros((tf.shape(x)[0], units))
    c = tf.zeros_like(h)
    for x_t in tf.unstack(x, axis=1):
        z = tf.matmul(x_t, W_x) + tf.matmul(h, W_h) + b
        i, f, g, o = tf.split(z, 4, axis=1)
        c = tf.sigmoid(f) * c + tf.sigmoid(i) * tf.tanh(g)
        h = tf.sigmoid(o) * tf.tanh(c)
    return tf.matmul(h, W_out) + b_out
