# weights for the steps
def repeat_last(x):
    return np.take(x, -1, axis=1)


def moving_average(x, width):
    weights = np.zeros(x.shape[1])
    weights[-width:] = 1 / width
    return np.einsum("wtf,t->wf", x, weights)
