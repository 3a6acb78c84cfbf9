# the feature after it
def keep_feature(windows, feature):
    return windows[:, :, feature + 1 : feature + 2]


def unscale_feature(scaled, scaler, feature):
    return scaled * scaler["std"][feature] + scaler["mean"][feature]
