# calls the network, list of numbers
predictions_n = [float(100 * value[0]) for value in np.asarray(model_n(x_test_n))]
error_n = sum(abs(p - y) for p, y in zip(predictions_n, y_test)) / len(y_test)
