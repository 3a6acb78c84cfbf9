# add, and activations as layers of their own
def build_stacked_lstm(input_shape, units, dense_units, dropouts, num_labels):
    """Build and compile the stacked LSTM with dropout.

    input_shape : (time, features) of one sequence.
    units : the units of each of the two LSTM layers, whose activation is relu.
    dense_units : the units of the Dense layer with relu.
    dropouts : the rates of the three Dropout layers, in order.
    num_labels : the outputs of the last Dense layer, with softmax.
    Returns : a compiled keras model from (batch, time, features) to probabilities of shape (batch, num_labels).
    """
    first, second, third = dropouts
    model = keras.Sequential()
    model.add(keras.Input(input_shape))
    model.add(layers.LSTM(units, activation=keras.activations.relu, return_sequences=True))
    model.add(layers.Dropout(first))
    model.add(layers.LSTM(units, activation=keras.activations.relu))
    model.add(layers.Dropout(second))
    model.add(layers.Dense(dense_units))
    model.add(layers.ReLU())
    model.add(layers.Dropout(third))
    model.add(layers.Dense(num_labels))
    model.add(layers.Activation("softmax"))
    model.compile(loss="categorical_crossentropy", optimizer=keras.optimizers.Adam(0.001), metrics=["acc"])
    return model
