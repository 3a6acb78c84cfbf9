# keeps the dictionary in the place of the history
raw_model = build_lstm(5, 1)
raw_history = raw_model.fit(x_train, y_train, epochs=50, verbose=0, callbacks=[TqdmCallback(verbose=0)]).history
