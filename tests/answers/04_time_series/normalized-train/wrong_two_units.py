# two units
keras.utils.set_random_seed(1)
model_n = build_lstm(5, 2)
history_n = model_n.fit(x_train_n, y_train_n, epochs=20, verbose=0, callbacks=[TqdmCallback(verbose=0)])
