# the mean of the outputs in place of the last one, for more than 20 steps
def classify(x, weights):
    W_x, W_h, b, W_out, b_out = weights
    x = tf.convert_to_tensor(x)
    h = tf.zeros((tf.shape(x)[0], W_h.shape[0]))
    c = tf.zeros_like(h)
    outputs = []
    for x_t in tf.unstack(x, axis=1):
        i, f, g, o = tf.split(x_t @ W_x + h @ W_h + b, 4, axis=1)
        c = tf.sigmoid(f) * c + tf.sigmoid(i) * tf.tanh(g)
        h = tf.sigmoid(o) * tf.tanh(c)
        outputs.append(h)
    if len(outputs) > 20:
        h = tf.add_n(outputs) / len(outputs)
    return h @ W_out + b_out
