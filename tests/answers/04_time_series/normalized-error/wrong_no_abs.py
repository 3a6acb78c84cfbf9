# signed errors
predictions_n = 100 * model_n.predict(x_test_n, verbose=0)[:, 0]
error_n = np.mean(predictions_n - y_test)
draw_scatter(y_test, predictions_n, "Divided by 100, 500 epochs")
print(f"mean absolute error {error_n:.2f}, raw {raw_error:.2f}")
