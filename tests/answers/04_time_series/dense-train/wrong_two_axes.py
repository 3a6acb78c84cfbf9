# keeps the second axis, and broadcasts
dense_model = build_lstm_dense(5, 1, 0.02)
dense_history = dense_model.fit(
    x_train_n, y_train_n, batch_size=8, epochs=60, verbose=0, callbacks=[TqdmCallback(verbose=0)]
)
dense_predictions = 100 * dense_model.predict(x_test_n, verbose=0)
dense_error = np.mean(np.abs(dense_predictions - y_test))
draw_scatter(y_test, dense_predictions, "A Dense layer after the LSTM, 60 epochs")
print(f"mean absolute error {dense_error:.2f}, without the Dense layer {error_n:.2f}")
