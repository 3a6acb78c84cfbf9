# The input is left out, so the weights are not there.
def build_classifier(input_shape, units, dropout, num_labels):
    return keras.Sequential(
        [
            layers.SimpleRNN(units, dropout=dropout),
            layers.Dense(num_labels),
            layers.Activation("softmax"),
        ]
    )
