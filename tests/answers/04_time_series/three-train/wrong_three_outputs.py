# three outputs
forecaster_three = build_forecaster(20, 3, 100, 3)
history_three = forecaster_three.fit(
    x_three, y_three, batch_size=50, epochs=5, verbose=0, callbacks=[TqdmCallback(verbose=0)]
)
