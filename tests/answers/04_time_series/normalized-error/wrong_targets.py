# the targets in the place of predictions
predictions_n = 100 * y_test_n
error_n = np.mean(np.abs(predictions_n - y_test))
draw_scatter(y_test, predictions_n, "Divided by 100, 500 epochs")
print(f"mean absolute error {error_n:.2f}, raw {raw_error:.2f}")
