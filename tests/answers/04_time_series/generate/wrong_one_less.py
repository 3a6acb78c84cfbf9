# one forecast too few
def generate(model, window, n_new):
    """Continue a window with the model's own forecasts.

    model : a keras model from (batch, time, 1) to (batch, time, 1), such as the one of exercise 12.
    window : the values to start from, of shape (time, 1).
    Returns : the n_new forecasts alone, of shape (n_new, 1).
    """
    values = np.array(window)
    for _ in range(n_new - 1):
        forecast = np.asarray(model(values[np.newaxis, -len(window) :]))[0, -1:]
        values = np.concatenate([values, forecast])
    return values[len(window) :]
