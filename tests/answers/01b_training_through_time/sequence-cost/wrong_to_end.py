# Counts to the last step.
def sequence_cost(H, targets, t_min, t_max):
    error = H[:, t_min:] - targets[:, t_min:]
    return 0.5 * np.sum(error**2)
