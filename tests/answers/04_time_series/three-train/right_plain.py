# without a bar, batch first
forecaster_three = build_forecaster(20, 3, 100, 1)
history_three = forecaster_three.fit(
    x_three.astype("float32"), y_three.astype("float32"), 50, 5, verbose=0
)
