# tf.sequence_mask.
def make_mask(lengths, n_steps):
    return tf.sequence_mask(lengths, n_steps)
