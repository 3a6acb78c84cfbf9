# targets of other windows
forecaster = build_forecaster(20, 1, 100, 1)
forecaster_history = forecaster.fit(
    x_windows, y_windows[::-1], batch_size=50, epochs=10, verbose=0, callbacks=[TqdmCallback(verbose=0)]
)
