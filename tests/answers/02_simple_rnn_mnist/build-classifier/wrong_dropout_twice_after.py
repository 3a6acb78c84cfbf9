# The layer's dropout, and a Dropout layer after it.
def build_classifier(input_shape, units, dropout, num_labels):
    return keras.Sequential(
        [
            layers.Input(input_shape),
            layers.SimpleRNN(units, dropout=dropout),
            layers.Dropout(dropout),
            layers.Dense(num_labels, activation="softmax"),
        ]
    )
