# another start, with validation
keras.utils.set_random_seed(3)
forecaster = build_forecaster(n_steps=20, n_features=1, n_neurons=100, n_outputs=1)
forecaster_history = forecaster.fit(
    x_windows, y_windows, validation_data=(x_eval, y_eval), batch_size=50, epochs=10, verbose=2
)
