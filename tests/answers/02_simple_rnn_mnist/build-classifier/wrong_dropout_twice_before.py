# The layer's dropout, and a Dropout layer before it.
def build_classifier(input_shape, units, dropout, num_labels):
    return keras.Sequential(
        [
            layers.Input(input_shape),
            layers.Dropout(dropout),
            layers.SimpleRNN(units, dropout=dropout),
            layers.Dense(num_labels, activation="softmax"),
        ]
    )
