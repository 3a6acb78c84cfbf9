# raw values
forecaster = build_forecaster(20, 1, 100, 1)
forecaster_history = forecaster.fit(
    unscale(x_windows, scaler), unscale(y_windows, scaler), batch_size=50, epochs=10, verbose=0, callbacks=[TqdmCallback(verbose=0)]
)
