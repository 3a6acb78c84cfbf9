# t_max does not count.
def sequence_cost(H, targets, t_min, t_max):
    error = H[:, t_min:t_max] - targets[:, t_min:t_max]
    return 0.5 * np.sum(error**2)
