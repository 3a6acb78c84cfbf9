# reshapes in the place of choosing
def keep_feature(windows, feature):
    return windows.reshape(windows.shape[0], -1, 1)[:, : windows.shape[1]]


def unscale_feature(scaled, scaler, feature):
    return scaled * scaler["std"][feature] + scaler["mean"][feature]
