# learns the scale on the test part
scaler = fit_scaler(test_values)
train_scaled, test_scaled = scale(train_values, scaler), scale(test_values, scaler)
x_windows, y_windows = random_windows(train_scaled, 20, 5_000, seed=0)
x_eval, y_eval = all_windows(test_scaled, 20)
