# one draw per instance
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
    kept = np.random.default_rng(seed).random((len(values),) + (1,) * (np.ndim(values) - 1)) >= rate
    return np.where(kept & np.ones_like(values, bool), values / (1 - rate), 0)
