# one mean and one deviation for all features
def fit_scaler(train):
    std = np.std(train)
    return {"mean": np.mean(train), "std": np.where(std == 0, 1, std)}


def scale(values, scaler):
    return (values - scaler["mean"]) / scaler["std"]


def unscale(scaled, scaler):
    return scaled * scaler["std"] + scaler["mean"]
