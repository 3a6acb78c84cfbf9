# 100 windows, again and again
scaler = fit_scaler(train_values)
train_scaled, test_scaled = scale(train_values, scaler), scale(test_values, scaler)
x_windows, y_windows = (np.tile(part, (50, 1, 1)) for part in random_windows(train_scaled, 20, 100, seed=0))
x_eval, y_eval = all_windows(test_scaled, 20)
