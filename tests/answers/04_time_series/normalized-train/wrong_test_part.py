# trains on the test part
keras.utils.set_random_seed(1)
model_n = build_lstm(5, 1)
history_n = model_n.fit(x_test_n, y_test_n, epochs=20, verbose=0, callbacks=[TqdmCallback(verbose=0)])
