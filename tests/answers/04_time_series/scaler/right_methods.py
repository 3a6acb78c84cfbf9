# the methods of arrays, replaces 0 afterwards
def fit_scaler(train):
    train = np.asarray(train, dtype="float64")
    scaler = {"mean": train.mean(0), "std": train.std(0)}
    scaler["std"][scaler["std"] == 0] = 1
    return scaler


def scale(values, scaler):
    return (np.asarray(values) - scaler["mean"]) / scaler["std"]


def unscale(scaled, scaler):
    return scaler["mean"] + scaler["std"] * np.asarray(scaled)
