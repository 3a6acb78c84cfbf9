# targets divided by 100
raw_model = build_lstm(5, 1)
raw_history = raw_model.fit(x_train, y_train / 100, epochs=50, verbose=0, callbacks=[TqdmCallback(verbose=0)])
