# a list, and math by a loop
def initial_bias(units):
    return [0] * units + [1] * units + [0] * (2 * units)


def remembered(forget_bias, steps):
    share = 1.0
    for _ in range(steps):
        share *= 1 / (1 + np.exp(-forget_bias))
    return share
