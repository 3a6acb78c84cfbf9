# trains on the test windows
forecaster_three = build_forecaster(20, 3, 100, 1)
history_three = forecaster_three.fit(
    x_eval_three, y_eval_three, batch_size=50, epochs=5, verbose=0, callbacks=[TqdmCallback(verbose=0)]
)
