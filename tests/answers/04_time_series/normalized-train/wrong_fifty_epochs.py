# 50 epochs, as before
keras.utils.set_random_seed(1)
model_n = build_lstm(5, 1)
history_n = model_n.fit(x_train_n, y_train_n, epochs=50, verbose=0, callbacks=[TqdmCallback(verbose=0)])
