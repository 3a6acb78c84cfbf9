# TensorFlow's own.
def clip_by_global_norm(gradients, max_norm):
    return tf.clip_by_global_norm([tf.cast(g, tf.float32) for g in gradients], max_norm)[0]
