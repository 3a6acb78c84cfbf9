# the last training loss
raw_predictions = raw_model.predict(x_test, verbose=0)[:, 0]
raw_error = raw_history.history["loss"][-1]
draw_scatter(y_test, raw_predictions, "Raw numbers, 50 epochs")
print(f"mean absolute error {raw_error:.2f}")
