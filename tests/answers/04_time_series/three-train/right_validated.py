# another start, with validation
keras.utils.set_random_seed(8)
forecaster_three = build_forecaster(n_steps=20, n_features=3, n_neurons=100, n_outputs=1)
history_three = forecaster_three.fit(
    x_three, y_three, epochs=5, batch_size=50, validation_data=(x_eval_three, y_eval_three), verbose=2
)
