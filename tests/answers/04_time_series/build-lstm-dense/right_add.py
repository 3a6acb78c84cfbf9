# with add, and a metric
def build_lstm_dense(n_steps, units, learning_rate):
    model = keras.Sequential()
    model.add(keras.Input((None, 1)))
    model.add(layers.LSTM(units))
    model.add(layers.Dense(units=1, activation=None))
    model.compile(keras.optimizers.Adam(learning_rate), keras.losses.MeanAbsoluteError(), metrics=["mse"])
    return model
