# a Dense layer behind the LSTM
raw_model = keras.Sequential([layers.Input((5, 1)), layers.LSTM(1), layers.Dense(1)])
raw_model.compile(loss="mean_absolute_error", optimizer="adam")
raw_history = raw_model.fit(x_train, y_train, epochs=50, verbose=0)
