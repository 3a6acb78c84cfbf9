# evaluates in the place of fit
raw_model = build_lstm(5, 1)
raw_history = raw_model.evaluate(x_train, y_train, verbose=0)
