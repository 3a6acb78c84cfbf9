# t_min does not count.
def sequence_cost(H, targets, t_min, t_max):
    error = H[:, t_min + 1 : t_max + 1] - targets[:, t_min + 1 : t_max + 1]
    return 0.5 * np.sum(error**2)
