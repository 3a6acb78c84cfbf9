# the recurrent part in a Sequential of its own
def build_stacked_lstm(input_shape, units, dense_units, dropouts, num_labels):
    reader = keras.Sequential([
        layers.LSTM(units, activation="relu", return_sequences=True), layers.Dropout(dropouts[0]),
        layers.LSTM(units, activation="relu"), layers.Dropout(dropouts[1]),
    ])
    head = keras.Sequential([
        layers.Dense(dense_units, activation="relu"), layers.Dropout(dropouts[2]),
        layers.Dense(num_labels, activation="softmax"),
    ])
    model = keras.Sequential([keras.Input(input_shape), reader, head])
    model.compile(optimizer=keras.optimizers.Adam(), loss=keras.losses.CategoricalCrossentropy(), metrics=["accuracy"])
    return model
