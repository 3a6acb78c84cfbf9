# all vectors in one batch
raw_model = build_lstm(5, 1)
raw_history = raw_model.fit(x_train, y_train, epochs=50, batch_size=80, verbose=0, callbacks=[TqdmCallback(verbose=0)])
