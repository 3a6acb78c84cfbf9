# the scale of all features
def keep_feature(windows, feature):
    return windows[:, :, feature : feature + 1]


def unscale_feature(scaled, scaler, feature):
    return scaled * scaler["std"] + scaler["mean"]
