# Counts pairs that repeat once; breaks "mean"
def errors(actual, forecast):
    differences = np.subtract(*np.array(sorted(set(zip(np.ravel(actual), np.ravel(forecast))))).T)
    return {"MSE": np.mean(differences**2), "MAE": np.mean(np.abs(differences))}
