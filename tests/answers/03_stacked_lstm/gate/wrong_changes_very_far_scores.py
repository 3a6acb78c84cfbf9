# clips the scores in place at 500, so that the caller's array changes where they are very far from zero
def gate(scores, values):
    np.clip(scores, -500, 500, out=scores)
    return 1 / (1 + np.exp(-scores)) * values
