# one feature as input
forecaster_three = build_forecaster(20, 1, 100, 1)
history_three = forecaster_three.fit(
    x_three[:, :, :1], y_three, batch_size=50, epochs=2, verbose=0, callbacks=[TqdmCallback(verbose=0)]
)
