# with keras.losses
def errors(actual, forecast):
    actual, forecast = np.ravel(actual).astype("float64"), np.ravel(forecast).astype("float64")
    return {
        "MSE": keras.losses.mean_squared_error(actual, forecast),
        "MAE": keras.losses.mean_absolute_error(actual, forecast),
    }
