# the scale of the first feature
def keep_feature(windows, feature):
    return windows[:, :, feature : feature + 1]


def unscale_feature(scaled, scaler, feature):
    return scaled * scaler["std"][0] + scaler["mean"][0]
