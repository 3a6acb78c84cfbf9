# flattens the vectors
data, target = consecutive_numbers(100, 5)
x_train, x_test, y_train, y_test = train_test_split(data[:, :, 0], target, test_size=0.2, random_state=4)
