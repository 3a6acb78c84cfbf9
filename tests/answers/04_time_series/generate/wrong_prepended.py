# puts the forecast in front
def generate(model, window, n_new):
    values, made = np.array(window), []
    for _ in range(n_new):
        forecast = np.asarray(model(values[np.newaxis]))[0, -1]
        made.append(forecast)
        values = np.concatenate([forecast[None], values[1:]])
    return np.array(made)
