# the median
def errors(actual, forecast):
    """Measure forecasts.

    actual, forecast : the same count of numbers, each of shape (windows,) or (windows, 1).
    Returns : {"MSE": …, "MAE": …}, the mean squared and the mean absolute error.
        For example, actual [1, 2] and forecast [[4], [2]] give {"MSE": 4.5, "MAE": 1.5}.
    """
    difference = np.ravel(forecast) - np.ravel(actual)
    return {"MSE": np.mean(difference**2), "MAE": np.median(np.abs(difference))}
