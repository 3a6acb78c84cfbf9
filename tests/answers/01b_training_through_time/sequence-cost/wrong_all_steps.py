# All steps count.
def sequence_cost(H, targets, t_min, t_max):
    error = H - targets
    return 0.5 * np.sum(error**2)
