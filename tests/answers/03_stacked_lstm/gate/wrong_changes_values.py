# multiplies the values that it is given
def gate(scores, values):
    """Let a fraction of each value through.

    scores : numbers of shape (batch, units). Far above 0 opens the gate, far below 0 closes it.
    values : numbers of the same shape.
    Returns : sigmoid(scores) times values, of the same shape.
        For example, scores [[0.0, 50.0, -50.0]] and values [[4.0, 4.0, 4.0]] give [[2, 4, 0]].
    """
    values *= 1 / (1 + np.exp(-np.clip(scores, -700, 700)))
    return values
    return np.where(scores >= 0, 1, np.exp(-np.abs(scores))) / (1 + np.exp(-np.abs(scores))) * values
