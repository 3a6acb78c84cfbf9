# A LayerNormalization without weights before the SimpleRNN layer.
def build_classifier(input_shape, units, dropout, num_labels):
    return keras.Sequential(
        [
            layers.Input(input_shape),
            layers.LayerNormalization(center=False, scale=False),
            layers.SimpleRNN(units, dropout=dropout),
            layers.Dense(num_labels, activation="softmax"),
        ]
    )
