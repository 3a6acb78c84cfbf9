# written out
scaler = {"mean": train_values.mean(axis=0), "std": train_values.std(axis=0)}
train_scaled = (train_values - scaler["mean"]) / scaler["std"]
test_scaled = (test_values - scaler["mean"]) / scaler["std"]
x_windows, y_windows = random_windows(train_scaled, n_steps=20, n_windows=5000, seed=0)
pieces = np.array([test_scaled[start : start + 21] for start in range(len(test_scaled) - 20)])
x_eval, y_eval = pieces[:, :20], pieces[:, 1:]
