# the network written out again, float32 columns
raw_model = keras.Sequential([keras.Input((5, 1)), layers.LSTM(1)])
raw_model.compile(optimizer="adam", loss="mae")
raw_history = raw_model.fit(x_train.astype("float32"), y_train.reshape(-1, 1), epochs=50, verbose=0)
