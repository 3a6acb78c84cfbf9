# half for testing
data, target = consecutive_numbers(100, 5)
x_train, x_test, y_train, y_test = train_test_split(data, target, test_size=0.5, random_state=4)
