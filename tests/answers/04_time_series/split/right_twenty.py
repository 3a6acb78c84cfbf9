# 20 vectors in the place of a share
data, target = consecutive_numbers(100, 5)
x_train, x_test, y_train, y_test = train_test_split(data, target, test_size=20, random_state=4)
