# cuts first, scales then
scaler = fit_scaler(train_values.astype("float64"))
train_scaled, test_scaled = scale(train_values, scaler), scale(test_values, scaler)
x_windows, y_windows = (scale(part, scaler) for part in random_windows(train_values, 20, 5_000, seed=0))
x_eval, y_eval = (scale(part, scaler) for part in all_windows(test_values, 20))
