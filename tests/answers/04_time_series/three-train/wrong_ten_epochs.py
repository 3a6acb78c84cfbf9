# 10 epochs
forecaster_three = build_forecaster(20, 3, 100, 1)
history_three = forecaster_three.fit(
    x_three, y_three, batch_size=50, epochs=10, steps_per_epoch=10, verbose=0, callbacks=[TqdmCallback(verbose=0)]
)
