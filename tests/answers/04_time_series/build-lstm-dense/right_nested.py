# The network of exercise 3 within another one.
def build_lstm_dense(n_steps, units, learning_rate):
    model = keras.Sequential()
    model.add(keras.Input((n_steps, 1)))
    model.add(build_lstm(n_steps, units))
    model.add(layers.Dense(1, activation=None))
    model.compile(loss=keras.losses.MeanAbsoluteError(), optimizer=keras.optimizers.Adam(learning_rate=learning_rate))
    return model
