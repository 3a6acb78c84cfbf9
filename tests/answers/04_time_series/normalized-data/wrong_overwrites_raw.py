# overwrites the raw arrays
x_train, x_test, y_train, y_test = x_train / 100, x_test / 100, y_train / 100, y_test / 100
x_train_n, x_test_n, y_train_n, y_test_n = x_train, x_test, y_train, y_test
