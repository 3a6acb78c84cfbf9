# trains on the test part
data, target = consecutive_numbers(100, 5)
x_test, x_train, y_test, y_train = train_test_split(data, target, test_size=0.2, random_state=4)
