# baselines on the raw windows
x_raw_eval, y_raw_eval = all_windows(test_values, 20)
actual = y_raw_eval[:, -1]
table = {"repeat last": errors(actual, repeat_last(x_raw_eval))}
table["moving average"] = errors(actual, moving_average(x_raw_eval, 5))
line = fit_linear(unscale(x_windows, scaler), unscale(y_windows, scaler)[:, -1, 0])
table["linear"] = errors(actual, linear_forecast(x_raw_eval, line))
outputs = np.asarray(forecaster(x_eval))
table["RNN"] = errors(actual, unscale(outputs, scaler)[:, -1])
