# does not scale
scaler = fit_scaler(train_values)
train_scaled, test_scaled = train_values, test_values
x_windows, y_windows = random_windows(train_scaled, 20, 5_000, seed=0)
x_eval, y_eval = all_windows(test_scaled, 20)
