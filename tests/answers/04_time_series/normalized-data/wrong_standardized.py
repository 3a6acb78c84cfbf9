# subtracts the mean and divides by the standard deviation
x_train_n, x_test_n, y_train_n, y_test_n = train_test_split((data - data.mean()) / data.std(), (target - target.mean()) / target.std(), test_size=0.2, random_state=4)
