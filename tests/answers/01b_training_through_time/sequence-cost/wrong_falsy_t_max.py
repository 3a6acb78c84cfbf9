# Takes t_max = 0 for none.
def sequence_cost(H, targets, t_min, t_max):
    stop = t_max + 1 if t_max else H.shape[1]
    return 0.5 * np.sum((H[:, t_min:stop] - targets[:, t_min:stop]) ** 2)
