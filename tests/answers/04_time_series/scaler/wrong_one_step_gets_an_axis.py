# A single step of shape (features,) comes back as (1, features); breaks "Returns : an array of the same shape"
def fit_scaler(train):
    mean = np.mean(train, axis=0)
    std = np.std(train, axis=0)
    return {"mean": mean, "std": np.where(std == 0, 1, std)}


def scale(values, scaler):
    return (np.atleast_2d(values) - scaler["mean"]) / scaler["std"]


def unscale(scaled, scaler):
    return scaled * scaler["std"] + scaler["mean"]
