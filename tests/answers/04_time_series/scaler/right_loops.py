# feature by feature, in lists
def fit_scaler(train):
    means, stds = [], []
    for k in range(train.shape[1]):
        means.append(train[:, k].mean())
        std = np.sqrt(((train[:, k] - means[-1]) ** 2).mean())
        stds.append(std if std > 0 else 1.0)
    return {"mean": np.array(means), "std": np.array(stds)}


def scale(values, scaler):
    scaled = np.array(values, dtype=float)
    for k in range(scaled.shape[-1]):
        scaled[..., k] = (scaled[..., k] - scaler["mean"][k]) / scaler["std"][k]
    return scaled


def unscale(scaled, scaler):
    values = np.array(scaled, dtype=float)
    values *= scaler["std"]
    values += scaler["mean"]
    return values
