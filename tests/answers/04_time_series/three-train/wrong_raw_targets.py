# targets in degrees
forecaster_three = build_forecaster(20, 3, 100, 1)
history_three = forecaster_three.fit(
    x_three, unscale_feature(y_three, scaler_three, 0), batch_size=50, epochs=5, verbose=0, callbacks=[TqdmCallback(verbose=0)]
)
