# Without the half.
def sequence_cost(H, targets, t_min, t_max):
    error = H[:, t_min : t_max + 1] - targets[:, t_min : t_max + 1]
    return np.sum(error**2)
