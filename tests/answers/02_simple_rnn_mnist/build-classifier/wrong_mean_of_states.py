# Reads the mean of all hidden states.
def build_classifier(input_shape, units, dropout, num_labels):
    return keras.Sequential(
        [
            layers.Input(input_shape),
            layers.SimpleRNN(units, dropout=dropout, return_sequences=True),
            layers.GlobalAveragePooling1D(),
            layers.Dense(num_labels, activation="softmax"),
        ]
    )
