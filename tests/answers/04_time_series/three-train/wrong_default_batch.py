# batches of 32
forecaster_three = build_forecaster(20, 3, 100, 1)
history_three = forecaster_three.fit(
    x_three, y_three, epochs=2, verbose=0, callbacks=[TqdmCallback(verbose=0)]
)
