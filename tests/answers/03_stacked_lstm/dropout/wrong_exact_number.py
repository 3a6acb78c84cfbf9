# exactly the fraction, at random places
def drop(values, rate, training, seed):
    """Apply dropout.

    values : numbers of any shape, (batch, units) or (batch, time, units) for example.
    rate : the probability that a value is set to 0, at least 0 and below 1.
    training : True in training, False at inference.
    seed : a whole number, 0 or larger, the random seed of the draws.
    Returns : numbers of the same shape.
        For example, with rate 0.5 the value 3 becomes 0 or 6 in training and stays 3 at inference.
    """
    if not training:
        return values
    size = np.size(values)
    kept = np.random.default_rng(seed).permutation(size).reshape(np.shape(values)) >= round(rate * size)
    return np.where(kept, values / (1 - rate), 0)
