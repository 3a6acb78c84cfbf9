# gradient descent that stops too soon
def fit_linear(x, next_values):
    rows = np.column_stack([np.reshape(x, (len(x), -1)), np.ones(len(x))])
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        weights -= 0.01 * rows.T @ (rows @ weights - next_values) / len(rows)
    return weights


def linear_forecast(x, weights):
    return np.reshape(x, (len(x), -1)) @ weights[:-1] + weights[-1]
