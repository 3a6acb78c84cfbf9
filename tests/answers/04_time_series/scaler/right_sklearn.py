# with StandardScaler
def fit_scaler(train):
    from sklearn.preprocessing import StandardScaler

    fitted = StandardScaler().fit(train)
    return {"mean": fitted.mean_, "std": fitted.scale_}


def scale(values, scaler):
    return np.divide(np.subtract(values, scaler["mean"]), scaler["std"])


def unscale(scaled, scaler):
    return np.add(np.multiply(scaled, scaler["std"]), scaler["mean"])
