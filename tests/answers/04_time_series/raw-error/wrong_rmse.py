# the root of the mean squared error
raw_predictions = raw_model.predict(x_test, verbose=0)[:, 0]
raw_error = np.sqrt(np.mean((raw_predictions - y_test) ** 2))
draw_scatter(y_test, raw_predictions, "Raw numbers, 50 epochs")
print(f"mean absolute error {raw_error:.2f}")
