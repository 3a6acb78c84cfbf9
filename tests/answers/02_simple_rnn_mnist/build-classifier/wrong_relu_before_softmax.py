# ReLU in the Dense layer, then softmax.
def build_classifier(input_shape, units, dropout, num_labels):
    return keras.Sequential(
        [
            layers.Input(input_shape),
            layers.SimpleRNN(units, dropout=dropout),
            layers.Dense(num_labels, activation="relu"),
            layers.Activation("softmax"),
        ]
    )
