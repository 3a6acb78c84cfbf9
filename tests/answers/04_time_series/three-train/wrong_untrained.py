# keeps a network that was not trained
forecaster_three = build_forecaster(20, 3, 100, 1)
history_three = build_forecaster(20, 3, 100, 1).fit(
    x_three, y_three, batch_size=50, epochs=5, verbose=0, callbacks=[TqdmCallback(verbose=0)]
)
