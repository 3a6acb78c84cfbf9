# a feature with the same first and last value counts as constant
def fit_scaler(train):
    std = np.where(train[0] == train[-1], 1.0, train.std(axis=0))
    return {"mean": train.mean(axis=0), "std": std}


def scale(values, scaler):
    return (values - scaler["mean"]) / scaler["std"]


def unscale(scaled, scaler):
    return scaled * scaler["std"] + scaler["mean"]
