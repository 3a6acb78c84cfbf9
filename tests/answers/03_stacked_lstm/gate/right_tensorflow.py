# TensorFlow's sigmoid
def gate(scores, values):
    """Let a share of each value through.

    scores : numbers of shape (batch, units): far above 0 opens the gate, far below 0 closes it.
    values : numbers of the same shape.
    Returns : sigmoid(scores) times values, of the same shape.
        For example, scores [[0, 50, -50]] and values [[4, 4, 4]] give [[2, 4, 0]].
    """
    return tf.sigmoid(scores) * values
