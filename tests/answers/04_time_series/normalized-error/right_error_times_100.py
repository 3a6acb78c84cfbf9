# the error of the divided scale, times 100
outputs = model_n.predict(x_test_n, verbose=0).ravel()
predictions_n, error_n = 100 * outputs, 100 * np.abs(outputs - y_test_n).mean()
