# input part of all steps at once, tf.function
@tf.function
def classify(x, weights):
    W_x, W_h, b, W_out, b_out = weights
    from_x = tf.einsum("btn,nk->tbk", x, W_x) + b
    h = tf.zeros((tf.shape(x)[0], W_h.shape[0]))
    c = tf.zeros((tf.shape(x)[0], W_h.shape[0]))
    for t in tf.range(tf.shape(from_x)[0]):
        i, f, g, o = tf.split(from_x[t] + tf.matmul(h, W_h), 4, axis=-1)
        c = tf.nn.sigmoid(f) * c + tf.nn.sigmoid(i) * tf.nn.tanh(g)
        h = tf.nn.sigmoid(o) * tf.nn.tanh(c)
    return tf.nn.bias_add(tf.matmul(h, W_out), b_out)
