# the temperature of now as a target
forecaster_three = build_forecaster(20, 3, 100, 1)
history_three = forecaster_three.fit(
    x_three, x_three[:, :, :1], batch_size=50, epochs=5, verbose=0, callbacks=[TqdmCallback(verbose=0)]
)
