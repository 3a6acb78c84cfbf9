# cuts first, scales then
scaler_three = fit_scaler(train_three)
x_three, y_three = (scale(part, scaler_three) for part in random_windows(train_three, 20, 5_000, seed=0))
x_eval_three, y_eval_three = (scale(part, scaler_three) for part in all_windows(test_three, 20))
y_three, y_eval_three = (part[:, :, 0][:, :, None].astype("float32") for part in (y_three, y_eval_three))
