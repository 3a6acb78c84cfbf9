# the last target alone, at the first step
forecaster = keras.Sequential([layers.Input((20, 1)), layers.SimpleRNN(100), layers.Dense(1)])
forecaster.compile(loss="mse", optimizer="adam")
forecaster_history = forecaster.fit(x_windows, y_windows[:, 0], batch_size=50, epochs=3, verbose=0)
