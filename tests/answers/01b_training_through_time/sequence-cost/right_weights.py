# Steps weighted with zeros and ones.
def sequence_cost(H, targets, t_min, t_max):
    t = np.arange(H.shape[1])
    counts = ((t >= t_min) & (t <= t_max))[None, :, None]
    return float((counts * (H - targets) ** 2).sum() / 2)
