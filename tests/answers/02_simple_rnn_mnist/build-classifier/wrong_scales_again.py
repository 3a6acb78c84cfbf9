# Divides by 255 in the model as well.
def build_classifier(input_shape, units, dropout, num_labels):
    return keras.Sequential(
        [
            layers.Input(input_shape),
            layers.Rescaling(1 / 255),
            layers.SimpleRNN(units, dropout=dropout),
            layers.Dense(num_labels, activation="softmax"),
        ]
    )
