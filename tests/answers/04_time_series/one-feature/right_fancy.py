# with a list of places
def keep_feature(windows, feature):
    return np.asarray(windows)[..., [feature]]


def unscale_feature(scaled, scaler, feature):
    return np.add(scaler["mean"][feature], np.multiply(scaler["std"][feature], scaled))
