# the default size of the test part
data, target = consecutive_numbers(100, 5)
x_train, x_test, y_train, y_test = train_test_split(data, target, random_state=4)
