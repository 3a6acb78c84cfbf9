# trains on the test part
raw_model = build_lstm(5, 1)
raw_history = raw_model.fit(x_test, y_test, epochs=50, verbose=0, callbacks=[TqdmCallback(verbose=0)])
