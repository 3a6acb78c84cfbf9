# the errors of the scaled values, brought back
actual = y_eval[:, -1, 0]
forecasts = {
    "RNN": forecaster.predict(x_eval, verbose=0)[:, -1, 0],
    "linear": linear_forecast(x_eval, fit_linear(x_windows, y_windows[:, -1, 0])),
    "moving average": moving_average(x_eval, 5)[:, 0],
    "repeat last": repeat_last(x_eval)[:, 0],
}
std = float(scaler["std"][0])
table = {}
for name, forecast in forecasts.items():
    scaled_errors = errors(actual, forecast)
    table[name] = {"MSE": float(scaled_errors["MSE"]) * std**2, "MAE": float(scaled_errors["MAE"]) * std}
