# the RNN at the first step
forecasts_three = {
    "repeat last": repeat_last(x_eval_three)[:, 0],
    "linear": linear_forecast(x_eval_three, fit_linear(x_three, y_three[:, -1, 0])),
    "RNN": forecaster_three.predict(x_eval_three, verbose=0)[:, 0],
}
actual_three = unscale_feature(y_eval_three[:, -1], scaler_three, 0)
table_three = {
    name: errors(actual_three, unscale_feature(forecast, scaler_three, 0)) for name, forecast in forecasts_three.items()
}
for name, measured in table_three.items():
    print(f"{name:15} MSE {measured['MSE']:7.3f}   MAE {measured['MAE']:6.3f}")
