# windows of the raw values
scaler = fit_scaler(train_values)
train_scaled, test_scaled = scale(train_values, scaler), scale(test_values, scaler)
x_windows, y_windows = random_windows(train_values, 20, 5_000, seed=0)
x_eval, y_eval = all_windows(test_scaled, 20)
