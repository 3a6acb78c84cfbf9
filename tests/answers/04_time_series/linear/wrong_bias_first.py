# the bias at the wrong end
def fit_linear(x, next_values):
    """Find the weights of the least-squares forecast.

    x : training windows of shape (windows, time, features), more of them than weights.
    next_values : the value that follows each window, of shape (windows,).
    Returns : an array with the weights of all time × features values and the bias.
    """
    rows = np.column_stack([np.reshape(x, (len(x), -1)), np.ones(len(x))])
    return np.linalg.lstsq(rows, next_values, rcond=None)[0]


def linear_forecast(x, weights):
    """Forecast the value that follows each window with what fit_linear gave.

    x : windows of shape (windows, time, features). Returns : forecasts of shape (windows,).
    """
    return np.reshape(x, (len(x), -1)) @ weights[1:] + weights[0]
