# the first 80 to train on
data, target = consecutive_numbers(100, 5)
x_train, x_test, y_train, y_test = data[:80], data[80:], target[:80], target[80:]
