# scales the raw series itself
scaler = fit_scaler(train_values)
for part in (train_values, test_values):
    part -= scaler["mean"]
    part /= scaler["std"]
train_scaled, test_scaled = train_values, test_values
x_windows, y_windows = random_windows(train_scaled, 20, 5_000, seed=0)
x_eval, y_eval = all_windows(test_scaled, 20)
