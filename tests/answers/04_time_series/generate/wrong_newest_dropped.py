# drops the newest value in the place of the oldest
def generate(model, window, n_new):
    values, made = np.array(window), []
    for _ in range(n_new):
        forecast = np.asarray(model(values[np.newaxis]))[0, -1]
        made.append(forecast)
        values = np.concatenate([values[:-1], forecast[None]])
    return np.array(made)
