# another draw, in double precision
scaler_three = fit_scaler(train_three.astype("float64"))
x_all, y_all = all_windows(scale(train_three.astype("float64"), scaler_three), 20)
chosen = np.random.RandomState(0).randint(0, len(x_all), 5_000)
x_three, y_three = x_all[chosen], keep_feature(y_all[chosen], 0)
x_eval_three, y_eval_three = all_windows(scale(test_three, scaler_three), 20)
y_eval_three = keep_feature(y_eval_three, 0)
