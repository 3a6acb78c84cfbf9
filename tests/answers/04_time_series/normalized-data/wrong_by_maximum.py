# divides each by its own largest value
x_train_n, x_test_n, y_train_n, y_test_n = train_test_split(data / data.max(), target / target.max(), test_size=0.2, random_state=4)
