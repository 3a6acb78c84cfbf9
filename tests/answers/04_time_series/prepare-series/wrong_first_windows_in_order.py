# the first 5,000 windows in order instead of random places
scaler = fit_scaler(train_values)
train_scaled, test_scaled = scale(train_values, scaler), scale(test_values, scaler)
x_windows, y_windows = (windows[np.arange(5_000) % len(windows)] for windows in all_windows(train_scaled, 20))
x_eval, y_eval = all_windows(test_scaled, 20)
