# takes the axis away and puts it back
def keep_feature(windows, feature):
    return windows[:, :, feature][:, :, np.newaxis]


def unscale_feature(scaled, scaler, feature):
    one = {name: values[feature : feature + 1] for name, values in scaler.items()}
    return np.reshape(unscale(np.reshape(scaled, (-1, 1)), one), np.shape(scaled))
