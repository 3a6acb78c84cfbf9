# A loop over the steps.
def sequence_cost(H, targets, t_min, t_max):
    cost = 0.0
    for t in range(t_min, t_max + 1):
        cost += np.sum((H[:, t] - targets[:, t]) ** 2) / 2
    return cost
