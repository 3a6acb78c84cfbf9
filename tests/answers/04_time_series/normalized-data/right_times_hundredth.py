# times 0.01, as float32
parts = train_test_split(data, target, test_size=20, random_state=4)
x_train_n, x_test_n, y_train_n, y_test_n = [(0.01 * part).astype("float32") for part in parts]
