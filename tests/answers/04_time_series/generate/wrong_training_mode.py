# Calls the model as in training, so dropout is on; breaks "with the model's own forecasts"
def generate(model, window, n_new):
    current = np.array(window, dtype="float32")
    new = np.zeros((n_new, 1), dtype="float32")
    for step in range(n_new):
        forecast = np.asarray(model(current[np.newaxis], training=True))[0, -1]
        new[step] = forecast
        current = np.concatenate([current[1:], forecast[np.newaxis]])
    return new
