# layers.RNN around the cell.
def build_classifier(input_shape, units, dropout, num_labels):
    return keras.Sequential(
        [
            layers.Input(input_shape),
            layers.RNN(layers.SimpleRNNCell(units, dropout=dropout)),
            layers.Dense(num_labels, activation="softmax"),
        ]
    )
