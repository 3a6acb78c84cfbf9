# calls the network
raw_predictions = np.asarray(raw_model(x_test)).ravel()
raw_error = float(np.abs(y_test - raw_predictions).mean())
