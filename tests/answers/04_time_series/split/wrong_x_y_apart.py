# splits inputs and targets apart, with different states
data, target = consecutive_numbers(100, 5)
x_train, x_test = train_test_split(data, test_size=0.2, random_state=4)
y_train, y_test = train_test_split(target, test_size=0.2, random_state=5)
