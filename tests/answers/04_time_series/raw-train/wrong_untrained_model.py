# keeps another network than the one trained
trained = build_lstm(5, 1)
raw_history = trained.fit(x_train, y_train, epochs=50, verbose=0)
raw_model = build_lstm(5, 1)
