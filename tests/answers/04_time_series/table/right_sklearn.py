# scikit-learn for the linear forecast
from sklearn.linear_model import LinearRegression

line = LinearRegression().fit(x_windows[:, :, 0], y_windows[:, -1, 0])
rows = {
    "repeat last": x_eval[:, -1, 0],
    "moving average": x_eval[:, -5:, 0].mean(axis=1),
    "linear": line.predict(x_eval[:, :, 0]),
    "RNN": forecaster.predict(x_eval, batch_size=200, verbose=0)[:, -1, 0],
}
actual = test_values[20:, 0]
table = {name: errors(actual, row * scaler["std"] + scaler["mean"]) for name, row in rows.items()}
