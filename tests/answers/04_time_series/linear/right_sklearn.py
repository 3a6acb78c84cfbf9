# scikit-learn
def fit_linear(x, next_values):
    from sklearn.linear_model import LinearRegression

    line = LinearRegression().fit(x.reshape(len(x), -1), next_values)
    return np.append(line.coef_, line.intercept_)


def linear_forecast(x, weights):
    return x.reshape(len(x), -1) @ weights[:-1] + weights[-1]
