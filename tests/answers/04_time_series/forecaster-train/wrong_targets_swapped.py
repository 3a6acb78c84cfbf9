# inputs and targets swapped
forecaster = build_forecaster(20, 1, 100, 1)
forecaster_history = forecaster.fit(
    y_windows, x_windows, batch_size=50, epochs=10, verbose=0, callbacks=[TqdmCallback(verbose=0)]
)
