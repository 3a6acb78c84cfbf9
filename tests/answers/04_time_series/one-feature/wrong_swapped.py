# mean and standard deviation swapped
def keep_feature(windows, feature):
    return windows[:, :, feature : feature + 1]


def unscale_feature(scaled, scaler, feature):
    return scaled * scaler["mean"][feature] + scaler["std"][feature]
