# tf.stop_gradient between the pieces.
def truncated_bptt(X, targets, W_x, W_h, b, k):
    X, targets = tf.cast(X, tf.float32), tf.cast(targets, tf.float32)
    weights = [tf.Variable(tf.cast(w, tf.float32)) for w in (W_x, W_h, b)]
    with tf.GradientTape() as tape:
        h, cost = tf.zeros((X.shape[0], b.shape[0])), 0.0
        for t in range(X.shape[1]):
            if t % k == 0:
                h = tf.stop_gradient(h)
            h = tf.tanh(X[:, t] @ weights[0] + h @ weights[1] + weights[2])
            cost += tf.reduce_sum((h - targets[:, t]) ** 2) / 2
    g_x, g_h, g_b = tape.gradient(cost, weights, unconnected_gradients="zero")
    return {"W_x": g_x, "W_h": g_h, "b": g_b}
