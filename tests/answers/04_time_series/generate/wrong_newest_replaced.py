# The forecast replaces the newest value, the old ones stay where they are; breaks "append it, drop the oldest value"
def generate(model, window, n_new):
    current = np.array(window, dtype="float32")
    new = np.zeros((n_new, 1), dtype="float32")
    for step in range(n_new):
        forecast = np.asarray(model(current[np.newaxis]))[0, -1]
        new[step] = forecast
        current = np.concatenate([current[:-1], forecast[np.newaxis]])
    return new
