# A Dropout layer after the SimpleRNN layer in place of its own.
def build_classifier(input_shape, units, dropout, num_labels):
    return keras.Sequential(
        [
            layers.Input(input_shape),
            layers.SimpleRNN(units),
            layers.Dropout(dropout),
            layers.Dense(num_labels),
            layers.Activation("softmax"),
        ]
    )
