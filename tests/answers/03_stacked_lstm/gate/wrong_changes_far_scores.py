# clips the scores in place, so that the caller's array changes where they are far from zero
def gate(scores, values):
    np.clip(scores, -60, 60, out=scores)
    return 1 / (1 + np.exp(-scores)) * values
