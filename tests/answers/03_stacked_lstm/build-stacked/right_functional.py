# the functional API, with the final state of the second LSTM
def build_stacked_lstm(input_shape, units, dense_units, dropouts, num_labels):
    """Build and compile the stacked LSTM with dropout.

    input_shape : (time, features) of one sequence.
    units : the units of each of the two LSTM layers, whose activation is relu.
    dense_units : the units of the Dense layer with relu.
    dropouts : the rates of the three Dropout layers, in order.
    num_labels : the outputs of the last Dense layer, with softmax.
    Returns : a compiled keras model from (batch, time, features) to probabilities of shape (batch, num_labels).
    """
    inputs = keras.Input(shape=input_shape)
    x = layers.LSTM(units, activation="relu", return_sequences=True)(inputs)
    x = layers.Dropout(dropouts[0])(x)
    _, h, _ = layers.LSTM(units, activation="relu", return_state=True)(x)
    x = layers.Dropout(dropouts[1])(h)
    x = layers.Dense(dense_units, activation="relu")(x)
    x = layers.Dropout(dropouts[2])(x)
    model = keras.Model(inputs, layers.Dense(num_labels, activation="softmax")(x))
    model.compile(
        optimizer=keras.optimizers.Adam(), loss=keras.losses.CategoricalCrossentropy(), metrics=["categorical_accuracy"]
    )
    return model
