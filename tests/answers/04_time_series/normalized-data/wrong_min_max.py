# scales to 0..1
x_train_n, x_test_n, y_train_n, y_test_n = train_test_split((data - data.min()) / (data.max() - data.min()), (target - target.min()) / (target.max() - target.min()), test_size=0.2, random_state=4)
