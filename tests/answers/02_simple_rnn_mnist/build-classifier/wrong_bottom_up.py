# Reads the image from bottom to top.
def build_classifier(input_shape, units, dropout, num_labels):
    return keras.Sequential(
        [
            layers.Input(input_shape),
            layers.SimpleRNN(units, dropout=dropout, go_backwards=True),
            layers.Dense(num_labels, activation="softmax"),
        ]
    )
