# An array of one number where there is one neuron.
def sequence_cost(H, targets, t_min, t_max):
    cost = 0.5 * np.sum((H - targets)[:, t_min : t_max + 1] ** 2, axis=(0, 1))
    return cost if len(cost) == 1 else cost.sum()
