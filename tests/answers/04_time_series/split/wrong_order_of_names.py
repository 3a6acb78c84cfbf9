# takes the four parts in another order
data, target = consecutive_numbers(100, 5)
x_train, y_train, x_test, y_test = train_test_split(data, target, test_size=0.2, random_state=4)
