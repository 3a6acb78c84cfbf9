# float32, without a bar
forecaster = build_forecaster(20, 1, 100, 1)
forecaster_history = forecaster.fit(
    np.float32(x_windows), np.float32(y_windows), 50, 10, verbose=0
)
