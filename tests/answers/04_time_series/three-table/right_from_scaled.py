# the errors of the scaled values, brought back
std = float(scaler_three["std"][0])
table_three = {}
for name, forecast in {
    "repeat last": x_eval_three[:, -1, 0],
    "linear": linear_forecast(x_eval_three, fit_linear(x_three, y_three[:, -1, 0])),
    "RNN": forecaster_three.predict(x_eval_three, verbose=0)[:, -1, 0],
}.items():
    away = forecast - y_eval_three[:, -1, 0]
    table_three[name] = {"MAE": std * np.abs(away).mean(), "MSE": std**2 * np.square(away).mean()}
