# with scikit-learn
def errors(actual, forecast):
    from sklearn.metrics import mean_absolute_error, mean_squared_error

    actual, forecast = np.reshape(actual, -1), np.reshape(forecast, -1)
    return {"MAE": mean_absolute_error(actual, forecast), "MSE": mean_squared_error(actual, forecast)}
