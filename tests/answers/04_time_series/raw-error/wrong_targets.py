# the targets in the place of predictions
raw_predictions = y_test.copy()
raw_error = np.mean(np.abs(raw_predictions - y_test))
draw_scatter(y_test, raw_predictions, "Raw numbers, 50 epochs")
print(f"mean absolute error {raw_error:.2f}")
