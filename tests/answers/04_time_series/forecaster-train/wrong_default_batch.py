# batches of 32
forecaster = build_forecaster(20, 1, 100, 1)
forecaster_history = forecaster.fit(
    x_windows, y_windows, epochs=3, verbose=0, callbacks=[TqdmCallback(verbose=0)]
)
