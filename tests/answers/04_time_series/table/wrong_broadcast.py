# shapes that broadcast
forecasts = {
    "repeat last": repeat_last(x_eval),
    "moving average": moving_average(x_eval, 5),
    "linear": linear_forecast(x_eval, fit_linear(x_windows, y_windows[:, -1, 0])),
    "RNN": forecaster.predict(x_eval, verbose=0)[:, -1],
}
actual = unscale(y_eval[:, -1], scaler)
table = {}
for name, forecast in forecasts.items():
    difference = unscale(np.ravel(forecast), scaler) - actual
    table[name] = {"MSE": np.mean(difference**2), "MAE": np.mean(np.abs(difference))}
for name, measured in table.items():
    print(f"{name:15} MSE {measured['MSE']:7.3f}   MAE {measured['MAE']:6.3f}")
