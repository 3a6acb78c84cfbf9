# sets a fifth of the training part aside
raw_model = build_lstm(5, 1)
raw_history = raw_model.fit(x_train, y_train, epochs=50, validation_split=0.2, verbose=0, callbacks=[TqdmCallback(verbose=0)])
