# of the training part
raw_predictions = raw_model.predict(x_train, verbose=0)[:, 0]
raw_error = np.mean(np.abs(raw_predictions - y_train))
draw_scatter(y_train, raw_predictions, "Raw numbers, 50 epochs")
print(f"mean absolute error {raw_error:.2f}")
