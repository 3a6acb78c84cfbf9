# of the training part
predictions_n = 100 * model_n.predict(x_train_n, verbose=0)[:, 0]
error_n = np.mean(np.abs(predictions_n - y_train))
draw_scatter(y_train, predictions_n, "Divided by 100, 500 epochs")
print(f"mean absolute error {error_n:.2f}, raw {raw_error:.2f}")
