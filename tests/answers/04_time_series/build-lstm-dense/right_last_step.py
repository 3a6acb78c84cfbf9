# takes the last step of the sequence by hand
def build_lstm_dense(n_steps, units, learning_rate):
    inputs = keras.Input((n_steps, 1))
    _, h, c = layers.LSTM(units, return_state=True)(inputs)
    model = keras.Model(inputs, layers.Dense(1)(h))
    model.compile(loss="mean_absolute_error", optimizer=keras.optimizers.Adam(learning_rate))
    return model
