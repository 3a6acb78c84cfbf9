# the first forecast again and again
def generate(model, window, n_new):
    forecast = np.asarray(model(np.asarray(window)[np.newaxis]))[0, -1:]
    return np.repeat(forecast, n_new, axis=0)
