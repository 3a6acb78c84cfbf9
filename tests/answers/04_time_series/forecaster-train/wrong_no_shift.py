# the targets are the inputs
forecaster = build_forecaster(20, 1, 100, 1)
forecaster_history = forecaster.fit(
    x_windows, x_windows, batch_size=50, epochs=4, verbose=0, callbacks=[TqdmCallback(verbose=0)]
)
