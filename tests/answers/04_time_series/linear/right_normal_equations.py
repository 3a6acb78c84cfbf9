# the normal equations, the bias first
def fit_linear(x, next_values):
    rows = np.hstack([np.ones((len(x), 1)), x.reshape(len(x), -1)])
    return np.linalg.solve(rows.T @ rows, rows.T @ next_values)


def linear_forecast(x, weights):
    return np.hstack([np.ones((len(x), 1)), x.reshape(len(x), -1)]) @ weights
