# Measures the first batch of 128 windows; breaks "Measure forecasts" (all of them).
def errors(actual, forecast):
    differences = np.ravel(actual)[:128] - np.ravel(forecast)[:128]
    return {"MSE": np.mean(differences**2), "MAE": np.mean(np.abs(differences))}
