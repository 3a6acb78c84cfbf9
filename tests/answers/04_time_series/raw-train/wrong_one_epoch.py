# the default, one epoch
raw_model = build_lstm(5, 1)
raw_history = raw_model.fit(x_train, y_train, verbose=0, callbacks=[TqdmCallback(verbose=0)])
