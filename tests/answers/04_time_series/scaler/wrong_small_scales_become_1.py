# small standard deviations below 0.001 are replaced by 1 too
def fit_scaler(train):
    std = train.std(axis=0)
    return {"mean": train.mean(axis=0), "std": np.where(std < 1e-3, 1, std)}


def scale(values, scaler):
    return (values - scaler["mean"]) / scaler["std"]


def unscale(scaled, scaler):
    return scaled * scaler["std"] + scaler["mean"]
