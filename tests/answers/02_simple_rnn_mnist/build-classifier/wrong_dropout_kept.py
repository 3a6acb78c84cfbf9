# Takes dropout for the share that is kept.
def build_classifier(input_shape, units, dropout, num_labels):
    return keras.Sequential(
        [
            layers.Input(input_shape),
            layers.SimpleRNN(units, dropout=1 - dropout),
            layers.Dense(num_labels, activation="softmax"),
        ]
    )
