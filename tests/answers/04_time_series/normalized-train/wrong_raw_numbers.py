# trains on the raw numbers
keras.utils.set_random_seed(1)
model_n = build_lstm(5, 1)
history_n = model_n.fit(x_train, y_train, epochs=10, verbose=0, callbacks=[TqdmCallback(verbose=0)])
