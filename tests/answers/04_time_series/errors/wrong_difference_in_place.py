# Subtracts into the actual values; breaks "never change what they are given"
def errors(actual, forecast):
    differences = actual.reshape(-1)
    differences -= forecast.reshape(-1)
    return {"MSE": np.mean(differences**2), "MAE": np.mean(np.abs(differences))}
