# tf.nn.l2_loss.
def sequence_cost(H, targets, t_min, t_max):
    return tf.nn.l2_loss(tf.cast(H - targets, tf.float32)[:, t_min : t_max + 1])
