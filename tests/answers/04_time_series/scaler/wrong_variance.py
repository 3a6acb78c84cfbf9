# the variance
def fit_scaler(train):
    std = np.var(train, axis=0)
    return {"mean": np.mean(train, axis=0), "std": np.where(std == 0, 1, std)}


def scale(values, scaler):
    return (values - scaler["mean"]) / scaler["std"]


def unscale(scaled, scaler):
    return scaled * scaler["std"] + scaler["mean"]
