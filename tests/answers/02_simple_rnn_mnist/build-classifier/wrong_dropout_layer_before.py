# A Dropout layer before the SimpleRNN layer: another mask at each step.
def build_classifier(input_shape, units, dropout, num_labels):
    return keras.Sequential(
        [
            layers.Input(input_shape),
            layers.Dropout(dropout),
            layers.SimpleRNN(units),
            layers.Dense(num_labels),
            layers.Activation("softmax"),
        ]
    )
