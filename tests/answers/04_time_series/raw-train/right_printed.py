# prints a line per epoch, batch size written out
raw_model = build_lstm(5, 1)
raw_history = raw_model.fit(x_train, y_train, epochs=50, batch_size=32, verbose=2)
