# only the last digit of the seed
def drop(values, rate, training, seed):
    if not training:
        return values
    kept = np.random.default_rng(seed % 10).random(values.shape) >= rate
    return np.where(kept, values / (1 - rate), 0)
