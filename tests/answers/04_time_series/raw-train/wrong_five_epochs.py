# 5 epochs
raw_model = build_lstm(5, 1)
raw_history = raw_model.fit(x_train, y_train, epochs=5, verbose=0, callbacks=[TqdmCallback(verbose=0)])
