# a weight for the mean of the window
def fit_linear(x, next_values):
    rows = np.column_stack([x.mean(axis=1), np.ones(len(x))])
    return np.linalg.lstsq(rows, next_values, rcond=None)[0]


def linear_forecast(x, weights):
    return x.mean(axis=1) @ weights[:-1] + weights[-1]
