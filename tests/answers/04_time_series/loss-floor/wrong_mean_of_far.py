# the mean over targets out of reach alone
def loss_floor(target):
    gaps = np.maximum(np.abs(target) - 1, 0)
    return np.mean(gaps[gaps > 0]) if (gaps > 0).any() else 0.0
