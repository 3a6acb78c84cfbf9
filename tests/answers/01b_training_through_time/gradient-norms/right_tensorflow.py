# With TensorFlow.
def gradient_norms(H, W_h, gradient):
    H, W_h, g = (tf.cast(value, tf.float32) for value in (H, W_h, gradient))
    norms = [tf.norm(g)]
    for t in range(H.shape[0] - 1, 0, -1):
        g = tf.linalg.matvec(W_h, g * (1 - H[t] ** 2))
        norms.append(tf.norm(g))
    return tf.stack(norms)
