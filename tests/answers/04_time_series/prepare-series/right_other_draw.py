# another draw, all in float32
scaler = fit_scaler(train_values)
train_scaled, test_scaled = (scale(part, scaler).astype("float32") for part in (train_values, test_values))
x_all, y_all = all_windows(train_scaled, 20)
chosen = np.random.default_rng(0).integers(len(x_all), size=5_000)
x_windows, y_windows = x_all[chosen], y_all[chosen]
x_eval, y_eval = all_windows(test_scaled, 20)
