# all features up to it
def keep_feature(windows, feature):
    return windows[:, :, : feature + 1]


def unscale_feature(scaled, scaler, feature):
    return scaled * scaler["std"][feature] + scaler["mean"][feature]
