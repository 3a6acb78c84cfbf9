# from the start, as the demo does
data_n = np.array([[[(i + j) / 100] for j in range(5)] for i in range(100)], dtype=float)
target_n = np.array([(i + 5) / 100 for i in range(100)], dtype=float)
x_train_n, x_test_n, y_train_n, y_test_n = train_test_split(data_n, target_n, test_size=0.2, random_state=4)
