# scikit-learn for the linear forecast
from sklearn.linear_model import LinearRegression

line = LinearRegression().fit(x_three.reshape(-1, 60), y_three[:, -1, 0])
actual_three = unscale_feature(y_eval_three[:, -1, 0], scaler_three, 0)
table_three = {"repeat last": errors(actual_three, unscale(repeat_last(x_eval_three), scaler_three)[:, 0])}
forecast = unscale_feature(line.predict(x_eval_three.reshape(-1, 60)), scaler_three, 0)
table_three["linear"] = errors(actual_three, forecast)
forecast = unscale_feature(forecaster_three.predict(x_eval_three, verbose=0), scaler_three, 0)
table_three["RNN"] = errors(actual_three, forecast[:, -1])
