# drops the axis of the features
def keep_feature(windows, feature):
    return windows[:, :, feature]


def unscale_feature(scaled, scaler, feature):
    return scaled * scaler["std"][feature] + scaler["mean"][feature]
