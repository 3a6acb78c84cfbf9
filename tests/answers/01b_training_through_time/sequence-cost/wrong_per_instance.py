# One cost for each instance.
def sequence_cost(H, targets, t_min, t_max):
    error = H[:, t_min : t_max + 1] - targets[:, t_min : t_max + 1]
    return 0.5 * np.sum(error**2, axis=(1, 2))
