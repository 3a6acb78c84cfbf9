# TensorFlow's stateless dropout
def drop(values, rate, training, seed):
    """Apply dropout.

    values : numbers of any shape, (batch, units) or (batch, time, units) for example.
    rate : the probability that a value is set to 0, from 0 to below 1.
    training : True while training, False at inference.
    seed : a whole number that decides the draws.
    Returns : numbers of the same shape.
        For example, with rate 0.5 the value 3 becomes 0 or 6 while training, and stays 3 at inference.
    """
    values = tf.cast(values, tf.float32)
    return tf.nn.experimental.stateless_dropout(values, rate, seed=[seed, 0]) if training else values
