# Two SimpleRNN layers.
def build_classifier(input_shape, units, dropout, num_labels):
    return keras.Sequential(
        [
            layers.Input(input_shape),
            layers.SimpleRNN(units, dropout=dropout, return_sequences=True),
            layers.SimpleRNN(units, dropout=dropout),
            layers.Dense(num_labels, activation="softmax"),
        ]
    )
