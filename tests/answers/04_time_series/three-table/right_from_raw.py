# actual values and the last from the raw series
actual_three = test_three[20:, 0]
line = fit_linear(x_three, y_three[:, -1, 0])
table_three = {
    "repeat last": errors(actual_three, test_three[19:-1, 0]),
    "linear": errors(actual_three, unscale_feature(linear_forecast(x_eval_three, line), scaler_three, 0)),
    "RNN": errors(actual_three, unscale_feature(np.asarray(forecaster_three(x_eval_three))[:, -1], scaler_three, 0)),
}
