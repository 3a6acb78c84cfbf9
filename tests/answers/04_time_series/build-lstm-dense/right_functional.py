# the functional API
def build_lstm_dense(n_steps, units, learning_rate):
    inputs = keras.Input((n_steps, 1))
    outputs = layers.Dense(1, activation="linear")(layers.LSTM(units)(inputs))
    model = keras.Model(inputs, outputs)
    model.compile(loss="mae", optimizer=keras.optimizers.Adam(learning_rate=learning_rate))
    return model
