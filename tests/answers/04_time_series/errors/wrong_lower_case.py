# other names
def errors(actual, forecast):
    """Measure forecasts.

    actual, forecast : the same count of numbers, each of shape (windows,) or (windows, 1).
    Returns : {"mse": …, "mae": …}, the mean squared and the mean absolute error.
        For example, actual [1, 2] and forecast [[4], [2]] give {"mse": 4.5, "mae": 1.5}.
    """
    difference = np.ravel(forecast) - np.ravel(actual)
    return {"mse": np.mean(difference**2), "mae": np.mean(np.abs(difference))}
