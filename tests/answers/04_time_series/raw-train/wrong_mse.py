# the mean squared error
raw_model = build_lstm(5, 1)
raw_model.compile(loss="mean_squared_error", optimizer="adam")
raw_history = raw_model.fit(x_train, y_train, epochs=50, verbose=0)
