# Slices the batch where batch and time are as long.
def sequence_cost(H, targets, t_min, t_max):
    E = (H - targets) ** 2
    part = E[t_min : t_max + 1] if len(E) == E.shape[1] else E[:, t_min : t_max + 1]
    return 0.5 * np.sum(part)
