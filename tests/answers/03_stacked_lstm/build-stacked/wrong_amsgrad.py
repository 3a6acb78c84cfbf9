# Adam of another kind
def build_stacked_lstm(input_shape, units, dense_units, dropouts, num_labels):
    """Build and compile the stacked LSTM with dropout.

    input_shape : (time, features) of one sequence.
    units : the number of units of each of the two LSTM layers, whose activation is relu.
    dense_units : the number of units of the Dense layer with relu.
    dropouts : the rates of the three Dropout layers, in order.
    num_labels : the number of outputs of the last Dense layer, with softmax.
    Returns : a compiled keras model from (batch, time, features) to probabilities of shape (batch, num_labels).
    """
    model = keras.Sequential(
        [
            layers.Input(input_shape),
            layers.LSTM(units, activation="relu", return_sequences=True),
            layers.Dropout(dropouts[0]),
            layers.LSTM(units, activation="relu"),
            layers.Dropout(dropouts[1]),
            layers.Dense(dense_units, activation="relu"),
            layers.Dropout(dropouts[2]),
            layers.Dense(num_labels, activation="softmax"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(amsgrad=True), loss="categorical_crossentropy", metrics=["accuracy"])
    return model
