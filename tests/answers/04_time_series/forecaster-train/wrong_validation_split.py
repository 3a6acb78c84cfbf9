# sets a fifth of the windows aside
forecaster = build_forecaster(20, 1, 100, 1)
forecaster_history = forecaster.fit(
    x_windows, y_windows, batch_size=50, epochs=3, validation_split=0.2, verbose=0, callbacks=[TqdmCallback(verbose=0)]
)
