# the two names swapped
def errors(actual, forecast):
    """Measure forecasts.

    actual, forecast : the same count of numbers, each of shape (windows,) or (windows, 1).
    Returns : {"MAE": …, "MSE": …}, the mean squared and the mean absolute error.
        For example, actual [1, 2] and forecast [[4], [2]] give {"MAE": 4.5, "MSE": 1.5}.
    """
    difference = np.ravel(forecast) - np.ravel(actual)
    return {"MAE": np.mean(difference**2), "MSE": np.mean(np.abs(difference))}
