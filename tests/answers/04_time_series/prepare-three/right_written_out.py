# written out
scaler_three = {"mean": np.mean(train_three, axis=0), "std": np.std(train_three, axis=0)}
scaled_train = (train_three - scaler_three["mean"]) / scaler_three["std"]
scaled_test = (test_three - scaler_three["mean"]) / scaler_three["std"]
x_three, later = random_windows(scaled_train, 20, 5000, 0)
x_eval_three, later_eval = all_windows(scaled_test, 20)
y_three, y_eval_three = later[:, :, :1], later_eval[..., [0]]
