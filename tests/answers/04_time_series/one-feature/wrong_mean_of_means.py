# the mean of the means
def keep_feature(windows, feature):
    return windows[:, :, feature : feature + 1]


def unscale_feature(scaled, scaler, feature):
    return scaled * scaler["std"][feature] + scaler["mean"].mean()
