# no random_state
x_train_n, x_test_n, y_train_n, y_test_n = train_test_split(data / 100, target / 100, test_size=0.2)
