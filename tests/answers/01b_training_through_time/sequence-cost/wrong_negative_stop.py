# Slices up to t_max + 1 - time, which is 0 at the last step.
def sequence_cost(H, targets, t_min, t_max):
    stop = t_max + 1 - H.shape[1]
    return 0.5 * np.sum((H[:, t_min:stop] - targets[:, t_min:stop]) ** 2)
