# the root of the MSE
forecasts = {
    "repeat last": repeat_last(x_eval),
    "moving average": moving_average(x_eval, 5),
    "linear": linear_forecast(x_eval, fit_linear(x_windows, y_windows[:, -1, 0])),
    "RNN": forecaster.predict(x_eval, verbose=0)[:, -1],
}
actual = unscale(y_eval[:, -1], scaler)
table = {name: errors(actual, unscale(forecast, scaler)) for name, forecast in forecasts.items()}
for row in table.values():
    row["MSE"] = np.sqrt(row["MSE"])
for name, measured in table.items():
    print(f"{name:15} MSE {measured['MSE']:7.3f}   MAE {measured['MAE']:6.3f}")
