# np.concatenate, and an array of gates multiplied
def initial_bias(units):
    return np.concatenate([np.zeros(units), np.ones(units), np.zeros(units), np.zeros(units)]).astype("float32")


def remembered(forget_bias, steps):
    return np.prod(np.full(steps, np.exp(forget_bias) / (1 + np.exp(forget_bias))))
