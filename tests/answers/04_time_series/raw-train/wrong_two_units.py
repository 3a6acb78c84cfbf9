# two units
raw_model = build_lstm(5, 2)
raw_history = raw_model.fit(x_train, y_train, epochs=50, verbose=0, callbacks=[TqdmCallback(verbose=0)])
