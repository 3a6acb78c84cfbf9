# batches of 8
raw_model = build_lstm(5, 1)
raw_history = raw_model.fit(x_train, y_train, epochs=20, batch_size=8, verbose=0, callbacks=[TqdmCallback(verbose=0)])
