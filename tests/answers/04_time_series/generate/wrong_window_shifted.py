# Shifts the window that it is given, in its place.
def generate(model, window, n_new):
    forecasts = []
    for _ in range(n_new):
        forecast = np.asarray(model(np.asarray(window, "float32")[np.newaxis]))[0, -1]
        forecasts.append(forecast)
        window[:-1] = window[1:].copy()
        window[-1] = forecast
    return np.array(forecasts)
