# trains on all vectors
raw_model = build_lstm(5, 1)
raw_history = raw_model.fit(data, target, epochs=50, verbose=0, callbacks=[TqdmCallback(verbose=0)])
