# always the first feature
def keep_feature(windows, feature):
    return windows[:, :, :1]


def unscale_feature(scaled, scaler, feature):
    return scaled * scaler["std"][feature] + scaler["mean"][feature]
