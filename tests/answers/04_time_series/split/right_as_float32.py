# as float32
data, target = consecutive_numbers(100, 5)
x_train, x_test, y_train, y_test = (part.astype("float32") for part in train_test_split(data, target, test_size=0.2, random_state=4))
